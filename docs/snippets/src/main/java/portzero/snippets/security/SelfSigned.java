package portzero.snippets.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;

/**
 * A key and a certificate for one name, signed by nobody else. As {@code keytool -genkeypair} makes them, but in this
 * process; Java has no public way to make a certificate, hence the bytes by hand. RFC 5280, section 4.1.
 */
final class SelfSigned {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final byte[] ECDSA_WITH_SHA256 = hex("300a06082a8648ce3d040302");
    private static final byte[] VERSION_3 = hex("a003020102");
    private static final byte[] SERIAL = hex("020101");
    private static final byte[] COMMON_NAME = hex("0603550403");
    private static final byte[] ALT_NAME = hex("0603551d11");

    private SelfSigned() {}

    static KeyStore forName(String name, char[] password) throws GeneralSecurityException, IOException {
        var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, keys.getPrivate(), password, new Certificate[] {certificate(name, keys)});
        return store;
    }

    private static Certificate certificate(String name, KeyPair keys) throws GeneralSecurityException {
        var nameText = name.getBytes(US_ASCII);
        var issuer = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(12, nameText))));
        var extension = der(SEQUENCE, ALT_NAME, der(4, der(SEQUENCE, der(0x82, nameText))));
        var validity = der(SEQUENCE, der(0x17, ascii("200101000000Z")), der(0x18, ascii("20991231235959Z")));
        var content = der(
                SEQUENCE,
                VERSION_3,
                SERIAL,
                ECDSA_WITH_SHA256,
                issuer,
                validity,
                issuer, // its own subject
                keys.getPublic().getEncoded(),
                der(0xa3, der(SEQUENCE, extension)));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        var whole = der(SEQUENCE, content, ECDSA_WITH_SHA256, der(3, new byte[1], signature.sign()));
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    /** A tag, the length of the parts together, and the parts. ITU-T X.690, section 8.1. */
    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() > 255) {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.size() >> 8)});
        } else if (content.size() > 127) {
            out.write(0x81);
        }
        out.write(content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
