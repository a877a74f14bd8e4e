package portzero.grader.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether students hold the test's source. */
public enum TestVisibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("hidden")
    HIDDEN
}
