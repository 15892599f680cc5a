package org.counterclaim.upstream;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * What a service's answer says of itself in members of its own, each null where it says nothing.
 *
 * @param url where it was published first
 * @param expires when it is not to be shown any more, as the service writes it
 */
public record SelfDescription(String id, String slug, String url, String expires) {

    static final SelfDescription NONE = new SelfDescription(null, null, null, null);

    /** Only what is looked for is made a text: this is done for each member of each part of each answer. */
    SelfDescription with(String member, JsonParser value) throws IOException {
        return switch (member) {
            case "id" -> new SelfDescription(value.getText(), slug, url, expires);
            case "slug" -> new SelfDescription(id, value.getText(), url, expires);
            case "url" -> new SelfDescription(id, slug, value.getText(), expires);
            case "expires" -> new SelfDescription(id, slug, url, value.getText());
            default -> this;
        };
    }
}
