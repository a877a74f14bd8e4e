package portzero.headers;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Packets that were captured on a cable between two machines, without the headers of the link. The course's repository has the
 * files that are named here, and the script that made them.
 */
final class Captures {

    /** A TCP connection over IPv4, from the handshake to the last acknowledgment: conversation.pcap. */
    static final List<byte[]> CONVERSATION = packets(
            "4500003c80f74000400635c1c0000201c000020297a61b5f401db3c900000000a002faf06f2b0000"
                    + "020405b40402080acfafe340000000000103030a",
            "4500003c000040004006b6b8c0000202c00002011b5f97a67b600021401db3caa012fe88419c0000"
                    + "020405b40402080a2b9d82c7cfafe3400103030a",
            "4500003480f84000400635c8c0000201c000020297a61b5f401db3ca7b6000228010003f6eb50000"
                    + "0101080acfafe3402b9d82c7",
            "4500003a80f94000400635c1c0000201c000020297a61b5f401db3ca7b6000228018003f2ab60000"
                    + "0101080acfafe3552b9d82c768656c6c6f0a",
            "4500003407f440004006aeccc0000202c00002011b5f97a67b600022401db3d0801000406e840000"
                    + "0101080a2b9d82dccfafe355",
            "4500004307f540004006aebcc0000202c00002011b5f97a67b600022401db3d080180040a6d20000"
                    + "0101080a2b9d82ddcfafe355796f7520736169642068656c6c6f0a",
            "4500003480fa4000400635c6c0000201c000020297a61b5f401db3d07b6000318010003f6e740000"
                    + "0101080acfafe3562b9d82dd",
            "4500003480fb4000400635c5c0000201c000020297a61b5f401db3d07b6000318011003f6e730000"
                    + "0101080acfafe3562b9d82dd",
            "4500003407f640004006aecac0000202c00002011b5f97a67b600031401db3d1801000406e470000"
                    + "0101080a2b9d8308cfafe356",
            "4500003407f740004006aec9c0000202c00002011b5f97a67b600031401db3d1801100406e460000"
                    + "0101080a2b9d8308cfafe356",
            "4500003480fc4000400635c4c0000201c000020297a61b5f401db3d17b6000328010003f6e1c0000"
                    + "0101080acfafe3812b9d8308");

    /** UDP over IPv4, the first six packets of datagrams.pcap: even, odd, empty, without a checksum, with an IP option, in a hurry. */
    static final List<byte[]> DATAGRAMS = packets(
            "4500002003a940004011b320c0000201c00002029d6f1b60000cf81d6576656e",
            "4500001f03aa40004011b320c0000201c0000202b5481b60000bd7c66f6464",
            "4500001c03ab40004011b322c0000201c0000202bae01b600008a599",
            "4500002503ac40004011b318c0000201c0000202b7051b6000110000756e636865636b6564",
            "4800003403ad400040119f3bc0000201c0000202070b08c00002010000000000b6d01b600014d8de"
                    + "627920776869636820776179",
            "45b8002103ae4000c8112a62c0000201c0000202bfc41b60000d4cc36875727279");

    /** UDP over IPv6, packets 9 to 13 of datagrams.pcap: odd, empty, with one extension header, with two, in a hurry. */
    static final List<byte[]> DATAGRAMS_OF_IPV6 = packets(
            "600d23d5000b114020010db800000000000000000000000120010db8000000000000000000000002"
                    + "d7ea1b60000bddb36f6464",
            "600267be0008114020010db800000000000000000000000120010db8000000000000000000000002" + "ed051b6000089c03",
            "600b1b1700183c4020010db800000000000000000000000120010db8000000000000000000000002"
                    + "1100010400000000a4e81b600010366a657874656e646564",
            "600ccf84001d004020010db800000000000000000000000120010db8000000000000000000000002"
                    + "3c000502000001001100010400000000cfd61b60000d764d7477696365",
            "6b8be204000d114020010db800000000000000000000000120010db8000000000000000000000002"
                    + "ccdf1b60000d68376875727279");

    private Captures() {}

    /** Bytes from their hexadecimal digits, two for each. */
    static List<byte[]> packets(String... digits) {
        return Arrays.stream(digits).map(HexFormat.of()::parseHex).toList();
    }
}
