package portzero.grader.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeWaitSocketsTest {

    @Test
    void those_of_tcp_are_counted() {
        String sockstat = """
                sockets: used 2
                TCP: inuse 0 orphan 0 tw 512 alloc 34 mem 320
                UDP: inuse 0 mem 0
                """;
        assertThat(TimeWaitSockets.count(sockstat)).isEqualTo(512);
        assertThat(TimeWaitSockets.count("sockets: used 2\n")).isZero();
    }
}
