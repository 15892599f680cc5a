package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds who is meant by the words that name a source: the same person by surname, by title, by pronoun; a state by its capital.
 * What is read later can complete a name, so keys are given at the end.
 */
final class Speakers {

    private static final int FAR = 1500;
    private static final int LONGEST = 200;

    private final Story story;
    private final Lexicon lexicon;
    private final Countries countries;
    private final Appositions appositions;
    private final List<Voice> voices = new ArrayList<>();
    private final Map<Draft, Voice> meant = new HashMap<>();

    private Speakers(Story story, Lexicon lexicon, Countries countries) {
        this.story = story;
        this.lexicon = lexicon;
        this.countries = countries;
        this.appositions = new Appositions(story);
    }

    static Speakers of(Story story, List<Draft> drafts, Lexicon lexicon, Countries countries) {
        Speakers speakers = new Speakers(story, lexicon, countries);
        new NamedPeople(story, lexicon, countries).forEach(speakers::introduce);
        List<Draft> ordered = new ArrayList<>(drafts);
        ordered.removeIf(draft -> draft.source.isEmpty());
        // who says "I" within a quotation is known when its speaker is
        ordered.sort(Comparator.<Draft, Boolean>comparing(draft -> draft.parent != null)
                .thenComparing(draft -> draft.source.get(0).start()));
        ordered.forEach(speakers::hear);
        return speakers;
    }

    /** Who is meant, null if nobody is named. */
    Voice voice(Draft draft) {
        return meant.get(draft);
    }

    /** Everybody who speaks. */
    List<Voice> voices() {
        return voices.stream().filter(voice -> !voice.mentions.isEmpty()).toList();
    }

    /** A person whom the text names, whether as a source or not. */
    private void introduce(Span span, Naming naming) {
        Voice known = find(span.start(), voice -> voice.canBe(naming.name(), naming.gender()));
        boolean person = naming.name().indexOf(' ') > 0 || naming.gender() != Voice.Gender.UNKNOWN;
        if (known == null && person && !naming.name().isEmpty()) {
            known = new Voice(naming.name(), naming.kind(), span.start());
            voices.add(known);
        }
        if (known != null) {
            known.seenAt(span.start());
            complete(known, naming);
        }
    }

    private void hear(Draft draft) {
        Span source = draft.source.get(0);
        Naming naming = new Naming(lexicon, countries, appositions.antecedent(source));
        List<Token> name = naming.name().isEmpty() && !naming.isPronoun() ? appositions.nameAfter(source) : List.of();
        Naming called = name.isEmpty() ? naming : new Naming(lexicon, countries, name);
        Voice voice = naming.isPronoun() ? byPronoun(draft, naming) : byWords(source, called);
        if (voice != null) {
            voice.title = voice.title == null && voice.isPerson() ? title(source, naming, name) : voice.title;
            voice.seenAt(source.start());
            if (!voice.mentions.contains(source)) {
                voice.mentions.add(source);
            }
            meant.put(draft, voice);
        }
    }

    private String title(Span source, Naming naming, List<Token> name) {
        return name.isEmpty()
                ? appositions.roleAfter(source)
                : naming.phrase().replaceAll("^(?i)(?:the|a|an|his|her|its|their) ", "");
    }

    private Voice byWords(Span source, Naming naming) {
        String state = countries.named(naming.phrase());
        state = state == null && naming.headWord().equals("government")
                ? countries.ofAdjective(naming.phrase())
                : state;
        if (state != null) {
            return named(state, Speaker.Kind.GOVERNMENT, source);
        }
        Voice called = naming.name().isEmpty()
                ? null
                : find(source.start(), voice -> voice.canBe(naming.name(), naming.gender()));
        Speaker.Kind kind = called == null ? naming.kind() : Speaker.Kind.PERSON;
        if (!naming.name().isEmpty() && kind == Speaker.Kind.PERSON) {
            return person(source, naming);
        }
        Voice titled = kind == Speaker.Kind.PERSON && naming.name().isEmpty() ? byRole(source, naming) : null;
        return titled != null ? titled : described(source, naming, kind);
    }

    private Voice person(Span source, Naming naming) {
        Voice known = find(source.start(), voice -> voice.canBe(naming.name(), naming.gender()));
        known = known == null
                ? find(source.start(), voice -> !voice.isPerson() && voice.name.equals(naming.name()))
                : known;
        Voice voice = known == null ? new Voice(naming.name(), Speaker.Kind.PERSON, source.start()) : known;
        if (known == null) {
            voices.add(voice);
        }
        complete(voice, naming);
        return voice;
    }

    private void complete(Voice voice, Naming naming) {
        voice.name = voice.isPerson() && naming.name().length() > voice.name.length() ? naming.name() : voice.name;
        voice.gender = voice.gender == Voice.Gender.UNKNOWN ? naming.gender() : voice.gender;
        voice.title = voice.title == null ? naming.title() : voice.title;
        voice.memberOf = voice.memberOf == null ? countries.ofAdjective(naming.phrase()) : voice.memberOf;
    }

    /** <i>the mayor</i> is the last person who was called a mayor. */
    private Voice byRole(Span source, Naming naming) {
        String role = naming.headWord();
        boolean definite = naming.lower().startsWith("the ") || naming.lower().matches("(?:his|her|their|its) .*");
        // the airport is no airport director, and the minister's spokesman not the party's
        boolean person = lexicon.has("role", role) || lexicon.has("title", role);
        return definite && person && !naming.phrase().matches(".*['’]s .*")
                ? find(
                        source.start(),
                        voice -> voice.isPerson()
                                && voice.title != null
                                && voice.title.toLowerCase(Locale.ROOT).contains(role))
                : null;
    }

    private Voice described(Span source, Naming naming, Speaker.Kind kind) {
        String phrase = naming.phrase().replaceAll("^(?:The|the) ", "");
        boolean definite = naming.lower().startsWith("the ");
        Voice same = find(source.start(), voice -> voice.canBeCalled(phrase, definite));
        Voice voice = same != null ? same : named(naming.phrase(), kind, source);
        voice.memberOf = voice.memberOf == null ? countries.ofAdjective(naming.phrase()) : voice.memberOf;
        return voice;
    }

    private Voice named(String name, Speaker.Kind kind, Span at) {
        Voice known = find(at.start(), voice -> voice.name.equals(name));
        if (known == null) {
            known = new Voice(name.length() > LONGEST ? name.substring(0, LONGEST) : name, kind, at.start());
            voices.add(known);
        }
        return known;
    }

    private Voice byPronoun(Draft draft, Naming naming) {
        String word = naming.lower();
        boolean own = word.matches("i|we|me|us|my|our");
        if (own && meant.containsKey(draft.parent)) {
            return meant.get(draft.parent);
        }
        int at = draft.source.get(0).start();
        Voice near = find(at, voice -> voice.canBeMeantBy(word, naming.gender()) && isNear(voice, at));
        if (near != null && near.isPerson() && near.gender == Voice.Gender.UNKNOWN) {
            near.gender = naming.gender();
        }
        return near;
    }

    private static boolean isNear(Voice voice, int at) {
        return voice.lastBefore(at) >= 0 && at - voice.lastBefore(at) < FAR;
    }

    /** Of those that fit the one that was spoken of last before this offset. */
    private Voice find(int at, Predicate<Voice> fits) {
        return voices.stream()
                .filter(fits)
                .max((a, b) -> Integer.compare(a.lastBefore(at), b.lastBefore(at)))
                .orElse(null);
    }
}
