package portzero.echo;

import java.io.IOException;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** Takes memory that is outside the heap and counts as no buffer. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        while (true) {
            long address = unsafe.allocateMemory(16 << 20);
            unsafe.setMemory(address, 16 << 20, (byte) 1);
        }
    }
}
