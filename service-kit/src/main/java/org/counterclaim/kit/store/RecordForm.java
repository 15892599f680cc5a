package org.counterclaim.kit.store;

import com.mongodb.MongoClientSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * How a Java record stands in the store.
 *
 * @param <T> a record that the driver's codecs can read and write
 */
public final class RecordForm<T> {

    private final Codec<T> codec;

    public RecordForm(Class<T> type) {
        this.codec = MongoClientSettings.getDefaultCodecRegistry().get(type);
    }

    public BsonDocument write(T value) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                value,
                EncoderContext.builder().build());
        return document;
    }

    public T read(BsonDocument document) {
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }

    /** The name of the first member of this type; empty if there is none. */
    Optional<String> memberOf(Class<?> type) {
        return Arrays.stream(codec.getEncoderClass().getRecordComponents())
                .filter(member -> member.getType() == type)
                .map(RecordComponent::getName)
                .findFirst();
    }
}
