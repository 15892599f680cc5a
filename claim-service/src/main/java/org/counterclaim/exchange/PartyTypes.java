package org.counterclaim.exchange;

import java.util.Arrays;
import java.util.Optional;
import org.counterclaim.party.PartyContent.Type;

/** Types of schema.org as types of parties. */
final class PartyTypes {

    private PartyTypes() {}

    static Optional<Type> of(String schemaType) {
        return Arrays.stream(Type.values())
                .filter(type -> type.name().replace("_", "").equalsIgnoreCase(schemaType))
                .findFirst();
    }
}
