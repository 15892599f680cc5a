package org.counterclaim.local;

import java.net.URI;

/** What a person can open and paste once everything runs. */
final class Welcome {

    private static final String TEXT = """
              Stories     %1$s/v1/stories
              Docs        %1$s/docs   %2$s/docs   %3$s/docs
              Contracts   %1$s/v1/openapi   %2$s/v1/openapi   %3$s/v1/openapi

            To write a draft as an editor (tokens are good for 12 hours), paste these two lines:

            TOKEN=%4$s
            curl -s %1$s/v1/articles -H "Authorization: Bearer $TOKEN" -H "Content-Type: text/plain" -d "My headline"

            To register a partner, who comes in by an API key (see Partners in the README):

            ADMIN=%5$s
            curl -s %1$s/v1/partners -H "Authorization: Bearer $ADMIN" -H "Content-Type: application/json" -d '{"name": "My outlet", "plan": "standard"}'
            """;

    private Welcome() {}

    /**
     * Addresses and tokens.
     *
     * @param example id of the example, null if it was not asked for
     * @param own id of the story that was published, null if there was none
     */
    static String of(Ports ports, String example, String own, Newsroom newsroom) {
        URI gateway = ports.address(Service.GATEWAY);
        return stories(gateway, example, own)
                + TEXT.formatted(
                        gateway,
                        ports.address(Service.ARTICLE),
                        ports.address(Service.CLAIM),
                        newsroom.editor(),
                        newsroom.admin());
    }

    /** What is left to say when everything is about to stop: nothing that could be opened now. */
    static String ofWhatStops(Ports ports, String example, String own) {
        return stories(ports.address(Service.GATEWAY), example, own)
                + "\nEverything stops now and is kept; without --once it stays up.\n";
    }

    private static String stories(URI gateway, String example, String own) {
        return line("Example", gateway, example) + line("Your story", gateway, own);
    }

    private static String line(String what, URI gateway, String id) {
        return id == null ? "" : "  %-12s%s/v1/stories/%s%n".formatted(what, gateway, id);
    }
}
