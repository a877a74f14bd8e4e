package portzero.echo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Throws an exception of a class whose name no compiler would let pass. */
public class EchoServer extends TrappedServer {

    private static final String NAME = "<script>alert(5)<!-- \u202e\u0007\n=1+1|cmd";

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        Class<?> type = new ClassLoader(EchoServer.class.getClassLoader()) {
            Class<?> define(byte[] file) {
                return defineClass(null, file, 0, file.length);
            }
        }.define(file());
        throw (Exception) type.getDeclaredConstructor().newInstance();
    }

    /** A class file with a constructor and nothing else; chapter 4 of the JVM specification. */
    private static byte[] file() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xcafebabe);
        out.writeInt(49);
        out.writeShort(10); // one more than there are constants
        utf8(out, NAME); // 1
        out.write(new byte[] {7, 0, 1}); // 2: class 1
        utf8(out, "java/lang/Exception"); // 3
        out.write(new byte[] {7, 0, 3}); // 4: class 3
        utf8(out, "<init>"); // 5
        utf8(out, "()V"); // 6
        utf8(out, "Code"); // 7
        out.write(new byte[] {12, 0, 5, 0, 6}); // 8: name and type
        out.write(new byte[] {10, 0, 4, 0, 8}); // 9: method of the superclass
        out.write(new byte[] {0, 0x21, 0, 2, 0, 4, 0, 0, 0, 0}); // public, this, super, no interfaces, no fields
        out.write(new byte[] {0, 1, 0, 1, 0, 5, 0, 6, 0, 1, 0, 7}); // one public method with one attribute
        out.writeInt(17);
        out.write(new byte[] {0, 1, 0, 1, 0, 0, 0, 5, 0x2a, (byte) 0xb7, 0, 9, (byte) 0xb1, 0, 0, 0, 0});
        out.writeShort(0);
        return bytes.toByteArray();
    }

    private static void utf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }
}
