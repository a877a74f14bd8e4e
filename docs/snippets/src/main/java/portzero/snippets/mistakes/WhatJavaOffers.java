package portzero.snippets.mistakes;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** What the channels of Java offer for the Internet and for paths. */
final class WhatJavaOffers {
    public static void main(String[] args) throws IOException {
        // snippet: kinds
        for (var family : List.of(StandardProtocolFamily.INET, StandardProtocolFamily.UNIX)) {
            try (var stream = SocketChannel.open(family)) {
                System.out.println(family + " streams: " + stream.isOpen());
            }
            try (var datagrams = DatagramChannel.open(family)) {
                System.out.println(family + " datagrams: " + datagrams.isOpen());
            } catch (UnsupportedOperationException e) {
                System.out.println(family + " datagrams: not supported");
            }
        }
        // end
    }
}
