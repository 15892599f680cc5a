package org.counterclaim.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What the rows of an import stand in. */
enum UploadForm {
    JSON(MediaType.APPLICATION_JSON) {
        @Override
        RawRows rows(InputStream body, ObjectMapper json, Columns columns) throws IOException {
            return new JsonRows(body, json);
        }
    },
    JSON_LD(UploadForm.LD_JSON) {
        @Override
        RawRows rows(InputStream body, ObjectMapper json, Columns columns) throws IOException {
            return new JsonRows(body, json);
        }
    },
    LINES(UploadForm.NDJSON) {
        @Override
        RawRows rows(InputStream body, ObjectMapper json, Columns columns) {
            return new LineRows(body, json);
        }
    },
    TABS(UploadForm.TSV) {
        @Override
        RawRows rows(InputStream body, ObjectMapper json, Columns columns) throws IOException {
            return new TableRows(body, '\t', columns);
        }
    },
    COMMAS(UploadForm.CSV) {
        @Override
        RawRows rows(InputStream body, ObjectMapper json, Columns columns) throws IOException {
            return new TableRows(body, ',', columns);
        }
    };

    static final String LD_JSON = "application/ld+json";
    static final String NDJSON = "application/x-ndjson";
    static final String TSV = "text/tab-separated-values";
    static final String CSV = "text/csv";

    private final MediaType type;

    UploadForm(String type) {
        this.type = MediaType.valueOf(type);
    }

    /** The form that a body of this type has; only those that there are get so far. */
    static UploadForm of(MediaType type) {
        return Arrays.stream(values())
                .filter(form -> form.type.isCompatible(type))
                .findFirst()
                .orElseThrow();
    }

    boolean isTable() {
        return this == TABS || this == COMMAS;
    }

    /** Finds the rows in it. */
    abstract RawRows rows(InputStream body, ObjectMapper json, Columns columns) throws IOException;
}
