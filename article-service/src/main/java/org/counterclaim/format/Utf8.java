package org.counterclaim.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.counterclaim.kit.problem.Problem;

/** Text as it comes in a body. */
final class Utf8 {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /**
     * The text, composed (NFC), so that the same words are the same letters whoever typed them.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no text in UTF-8
     */
    static String read(InputStream body) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.readAllBytes()))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return Normalizer.normalize(
                        text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, Normalizer.Form.NFC);
            }
        } catch (CharacterCodingException e) {
            // the same answer as for a NUL
        }
        throw Problem.MALFORMED.because("The body is no text in UTF-8.");
    }
}
