package org.counterclaim.lint;

import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.editorial.NamedPeople;
import org.counterclaim.lint.Passage.Stretch;

/** People who cannot choose to be named, by name: those who are held, with what identifies them, and children. */
final class PersonalData implements Rule {

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isRead() ? story.body().flatMap(PersonalData::flags) : Stream.of();
    }

    private static Stream<Flag> flags(Passage passage) {
        return Stream.concat(
                passage.sentences().stream().flatMap(sentence -> held(passage, sentence)), children(passage));
    }

    private static Stream<Flag> held(Passage passage, Stretch sentence) {
        return NamedPeople.held(passage.words(sentence))
                .map(person -> new Stretch(sentence.start() + person.start(), sentence.start() + person.end()))
                .map(person -> passage.flag(
                        "personal_data",
                        person,
                        "\"" + passage.words(person)
                                + "\" identifies somebody who is held: is the name needed, and is it safe for them?"));
    }

    private static Stream<Flag> children(Passage passage) {
        return NamedPeople.children(passage.text())
                .map(child -> new Stretch(child.start(), child.end()))
                .map(child -> passage.flag(
                        "personal_data",
                        child,
                        "\"" + passage.words(child)
                                + "\" identifies a child: is the name needed, and did the parents agree?"));
    }
}
