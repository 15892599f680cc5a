package org.counterclaim.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads who says what in a text. Its rules and weights are loaded once; it keeps nothing of what it reads, and any thread may use it. */
public final class StoryReader {

    private final Reading reading = Reading.bundled();
    private final Countries countries = Countries.bundled();

    /** Who says what in this text. */
    public Told read(String text) {
        Story story = reading.story(text);
        List<Draft> drafts = reading.drafts(story);
        Speakers speakers = Speakers.of(story, drafts, reading.lexicon(), countries);
        Map<Voice, String> keys = keys(speakers.voices());
        CodePoints offsets = new CodePoints(text);
        Writing writing = new Writing(story, reading.lexicon(), offsets);
        List<Attribution> attributions = writing.attributions(drafts, draft -> keys.get(speakers.voice(draft)));
        List<Speaker> heard = speakers.voices().stream()
                .map(voice -> speaker(voice, keys.get(voice), offsets))
                .toList();
        return new Told(attributions, heard, offsets.at(story.readTo()));
    }

    /** Readable, and different for two people of one name. */
    private static Map<Voice, String> keys(List<Voice> voices) {
        Map<Voice, String> keys = new HashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (Voice voice : voices) {
            int count = used.merge(voice.key(), 1, Integer::sum);
            keys.put(voice, count == 1 ? voice.key() : voice.key() + "_" + count);
        }
        return keys;
    }

    private static Speaker speaker(Voice voice, String key, CodePoints offsets) {
        List<Passage> mentions = voice.mentions.stream().map(offsets::passage).toList();
        return new Speaker(key, voice.name, voice.kind, voice.title, mentions, voice.memberOf, null, null);
    }
}
