package portzero.grader.run.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import portzero.grader.result.Result;

/** What coordinator and worker say to each other, one JSON object a line. Both are trusted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = Message.Grade.class, name = "grade"),
    @JsonSubTypes.Type(value = Message.Go.class, name = "go"),
    @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Message.Doing.class, name = "doing"),
    @JsonSubTypes.Type(value = Message.Alone.class, name = "alone"),
    @JsonSubTypes.Type(value = Message.WornOut.class, name = "worn-out"),
    @JsonSubTypes.Type(value = Message.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Message.Unchanged.class, name = "unchanged"),
    @JsonSubTypes.Type(value = Message.Fault.class, name = "fault")
})
public sealed interface Message {

    /** To a worker, once. */
    record Begin(WorkerSetup setup) implements Message {}

    /** To a worker: the next job. */
    record Grade(Job job) implements Message {}

    /** To a worker: no other worker runs tests now. */
    record Go() implements Message {}

    /** From a worker: set up. */
    record Ready() implements Message {}

    /** From a worker: a sign of life; what it is doing, for the case that it is the last one. */
    record Doing(String what) implements Message {}

    /** From a worker: it wants to run tests again with the machine to itself. */
    record Alone() implements Message {}

    /** From a worker: the job's result follows, and another worker is to grade the next. */
    record WornOut() implements Message {}

    /** From a worker: the job's result. */
    record Done(Result result) implements Message {}

    /** From a worker: the known result still holds. */
    record Unchanged() implements Message {}

    /** From a worker: something in it failed, which is nobody's fault but ours; its last word. */
    record Fault(String reason) implements Message {}
}
