package org.counterclaim.proposal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;

/** Whom the speakers of a story speak for, by the words that they are called with. */
final class Sides {

    /** What many are called says nothing of whose side somebody is on. */
    private static final Set<String> COMMON =
            Terms.of("spokesman spokeswoman spokesperson lawyer attorney official officials"
                    + " minister ministry chief former director head leader member members expert experts local city state new group"
                    + " people one two three several other others another president prime executive manager secretary officer"
                    + " department office general mr mrs ms dr who called not named party");

    private static final Set<String> COMPANY = Terms.of("company firm");

    /** <i>his agent</i>, <i>its director</i>. */
    private static final Pattern OWNED = Pattern.compile("(?i)^(?:(his|her)|its|their)\\b");

    private final Map<String, Speaker> speakers;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Set<String> all = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();

    Sides(Collection<Speaker> speakers, List<Attribution> all) {
        this.speakers = speakers.stream().collect(Collectors.toMap(Speaker::key, speaker -> speaker));
        this.speakers.forEach((key, speaker) -> names.put(key, names(speaker)));
        this.speakers.forEach((key, speaker) -> roles.put(key, roles(speaker)));
        names.values().forEach(this.all::addAll);
        findOwners(all);
    }

    /** Who is called <i>his agent</i>, or <i>its director</i>, speaks for the person or the body that spoke last. */
    private void findOwners(List<Attribution> all) {
        String person = null;
        String body = null;
        for (Attribution one : all) {
            Matcher owned =
                    OWNED.matcher(one.source() == null ? "" : one.source().exact());
            String owner = owned.find() ? owned.group(1) == null ? body : person : null;
            if (owner != null && one.speaker() != null && !one.speaker().equals(owner)) {
                owners.putIfAbsent(one.speaker(), owner);
            }
            boolean speaks = one.parent() == null && speakers.containsKey(one.speaker());
            person = speaks && isNamed(one.speaker()) ? one.speaker() : person;
            body = speaks && !isPerson(one.speaker()) ? one.speaker() : body;
        }
    }

    private boolean isNamed(String key) {
        return isPerson(key) && !speakers.get(key).name().matches("(?i)(?:an?|the|one|his|her|its) .*");
    }

    private static Set<String> names(Speaker speaker) {
        Set<String> names = new HashSet<>();
        if (speaker.memberOf() != null) {
            names.addAll(Terms.of(speaker.memberOf()));
        }
        if (speaker.kind() != Speaker.Kind.GROUP || speaker.memberOf() == null) {
            names.addAll(Terms.of(speaker.name()));
        }
        return names;
    }

    /** What the speaker, and whom he speaks for, is called. */
    Set<String> names(String key) {
        return names.getOrDefault(String.valueOf(key), Set.of());
    }

    /** The same with the role: <i>the captain</i>. */
    Set<String> roles(String key) {
        return roles.getOrDefault(String.valueOf(key), Set.of());
    }

    private static Set<String> roles(Speaker speaker) {
        Set<String> roles = names(speaker);
        if (speaker.jobTitle() != null) {
            roles.addAll(Terms.of(speaker.jobTitle()));
        }
        if (speaker.kind() == Speaker.Kind.ORGANIZATION) {
            roles.addAll(COMPANY);
        }
        return roles;
    }

    /** The words of all names. */
    Set<String> all() {
        return all;
    }

    boolean isPerson(String key) {
        return speakers.containsKey(key) && speakers.get(key).kind() == Speaker.Kind.PERSON;
    }

    /** Whether they speak for one and the same: <i>the company</i> and <i>a company spokesman</i>. */
    boolean same(String one, String other) {
        return one.equals(other)
                || other.equals(owners.get(one))
                || one.equals(owners.get(other))
                || names(one).stream()
                        .anyMatch(word -> !COMMON.contains(word) && names(other).contains(word));
    }
}
