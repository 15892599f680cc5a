package org.counterclaim.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"a\"} | a",
                "{\"x\":{\"id\":\"b\"},\"y\":[{\"id\":\"c\"}],\"id\":\"a\"} | a",
                "{\"id\":1} | ",
                "{\"x\":[{\"id\":\"b\"}]} | ",
                "{} | ",
                "{\"x\":\"“ü🙂\",\"y\":[null,true,1.5e3,\"\\u00e4\"]} | "
            })
    void theIdIsTheObjectsOwn(String json, String id) throws IOException {
        assertEquals(id, WholeJson.read(json.getBytes(StandardCharsets.UTF_8)).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "null",
                "{}{}",
                "{} x",
                "{}]",
                "{\"a\":}",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":1}//",
                "{\"a\":[}]",
                "\uFEFF{}"
            })
    void whatIsNoWholeObjectIsRefused(String json) {
        assertThrows(IOException.class, () -> WholeJson.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void anotherEncodingIsRefused(String encoding) {
        assertThrows(IOException.class, () -> WholeJson.read("{\"id\":\"a\"}".getBytes(Charset.forName(encoding))));
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[][] wrong = {
            {(byte) 0xff},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xe2, (byte) 0x82}
        };
        for (byte[] octets : wrong) {
            String json = "{\"a\":\"" + new String(octets, StandardCharsets.ISO_8859_1) + "\"}";
            assertThrows(IOException.class, () -> WholeJson.read(json.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":" + "[".repeat(100_000);
        assertThrows(IOException.class, () -> WholeJson.read(deep.getBytes(StandardCharsets.UTF_8)));
    }
}
