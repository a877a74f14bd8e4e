package portzero.testkit.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Submissions that go wrong, each in its own way. */
final class Servers {

    private Servers() {}

    /** Echoes with byte 700 wrong. */
    static final class WrongByte extends EchoServer {
        WrongByte() throws IOException {}

        @Override
        protected void serve(Socket socket) throws IOException {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] head = in.readNBytes(1_000);
            head[700] ^= 0x5e;
            out.write(head);
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Never closes a connection and goes on reading after its end. */
    static final class NeverCloses extends EchoServer {
        NeverCloses() throws IOException {}

        @Override
        protected void serve(Socket socket) throws IOException {
            System.out.println("client \u202e\u001b[31mcame");
            socket.getInputStream().transferTo(socket.getOutputStream());
            waitForEver();
        }

        private synchronized void waitForEver() {
            while (true) {
                try {
                    wait();
                } catch (InterruptedException ignored) {
                    System.out.println("interrupted");
                }
            }
        }
    }

    /** Reads on for what never comes. */
    static final class ReadsOn extends EchoServer {
        ReadsOn() throws IOException {}

        @Override
        protected void serve(Socket socket) throws IOException {
            byte[] all = socket.getInputStream().readNBytes(1_000);
            socket.getOutputStream().write(all);
        }
    }

    /** Sends one byte now and then, without end. */
    static final class Drips extends EchoServer {
        Drips() throws IOException {}

        @Override
        protected void serve(Socket socket) throws IOException {
            while (true) {
                socket.getOutputStream().write('.');
                Thread.onSpinWait();
            }
        }
    }

    /** Its thread ends by an exception. */
    static final class Dies extends EchoServer {
        Dies() throws IOException {}

        @Override
        protected void serve(Socket socket) throws IOException {
            socket.getInputStream().read();
            throw new IllegalStateException("no more");
        }
    }

    /** Accepts in {@code start}, which so does not return. */
    static final class Blocks extends EchoServer {
        Blocks() throws IOException {}

        @Override
        public InetSocketAddress start(InetSocketAddress address) throws IOException {
            try (java.net.ServerSocket listener = new java.net.ServerSocket()) {
                listener.bind(address);
                listener.accept().close();
                return address;
            }
        }
    }

    /** Throws an exception of its own. */
    static final class Throws extends EchoServer {
        Throws() throws IOException {}

        static final class Odd extends RuntimeException {
            private static final long serialVersionUID = 1;

            Odd() {
                super("odd\nand \u202eevil");
            }
        }

        @Override
        public InetSocketAddress start(InetSocketAddress address) {
            throw new Odd();
        }
    }

    /** Ends the program. */
    static final class Exits extends EchoServer {
        Exits() throws IOException {}

        @Override
        protected void serve(Socket socket) throws IOException {
            System.exit(0);
        }
    }

    /** Gives the address that it was asked for. */
    static final class NoAddress extends EchoServer {
        NoAddress() throws IOException {}

        @Override
        public InetSocketAddress start(InetSocketAddress address) {
            return address;
        }
    }

    /** Is not written yet. */
    static final class Unwritten extends EchoServer {
        Unwritten() throws IOException {}

        @Override
        public InetSocketAddress start(InetSocketAddress address) {
            throw new UnsupportedOperationException("TODO task 1");
        }
    }

    /** Is not even constructed yet. */
    static final class UnwrittenConstructor extends EchoServer {
        UnwrittenConstructor() throws IOException {
            throw new UnsupportedOperationException("TODO task 0");
        }
    }

    /** Has no constructor that the kit can call. */
    static final class NeedsPort extends EchoServer {
        NeedsPort(int port) throws IOException {
            System.out.println(port);
        }
    }

    /** Fails to be constructed. */
    static final class BadConstructor extends EchoServer {
        BadConstructor() throws IOException {
            throw new IOException("no luck");
        }
    }
}
