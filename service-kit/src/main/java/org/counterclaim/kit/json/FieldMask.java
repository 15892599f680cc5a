package org.counterclaim.kit.json;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of a JSON document that a reader wants, and no others. A mask that names none takes everything.
 *
 * @param members the mask of each member that is wanted
 */
public record FieldMask(Map<String, FieldMask> members) {

    private static final FieldMask EVERYTHING = new FieldMask(Map.of());

    /** @param paths names of members, with dots between a member and one inside it */
    public static FieldMask of(List<String> paths) {
        return at(paths.stream().map(path -> List.of(path.split("\\.", -1))).toList());
    }

    /** Who names a member as a whole gets the whole, even if he also names something in it. */
    private static FieldMask at(List<List<String>> paths) {
        if (paths.stream().anyMatch(List::isEmpty)) {
            return EVERYTHING;
        }
        Map<String, FieldMask> members = new TreeMap<>();
        paths.stream()
                .collect(Collectors.groupingBy(
                        path -> path.get(0),
                        Collectors.mapping(path -> path.subList(1, path.size()), Collectors.toList())))
                .forEach((name, rest) -> members.put(name, at(rest)));
        return new FieldMask(members);
    }

    /** Takes everything else out of it; of an array, out of each of its elements. */
    public void keep(JsonNode node) {
        if (members.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.retain(members.keySet());
            object.fields()
                    .forEachRemaining(field -> members.get(field.getKey()).keep(field.getValue()));
        } else if (node.isArray()) {
            node.forEach(this::keep);
        }
    }

    /**
     * A path of this mask that leads nowhere, if there is one.
     *
     * @param type what is written; nothing is said of what is inside a map or of a type that is open
     */
    public Optional<String> unknown(JavaType type, SerializationConfig mapping) {
        if (members.isEmpty() || isOpen(type)) {
            return Optional.empty();
        }
        if (type.isContainerType() || type.isReferenceType()) {
            return unknown(type.getContentType(), mapping);
        }
        Map<String, JavaType> known = membersOf(type, mapping);
        return members.keySet().stream()
                .flatMap(name -> known.containsKey(name) ? inside(name, known.get(name), mapping) : Stream.of(name))
                .findFirst();
    }

    private Stream<String> inside(String name, JavaType type, SerializationConfig mapping) {
        return members.get(name).unknown(type, mapping).stream().map(path -> name + "." + path);
    }

    private static boolean isOpen(JavaType type) {
        return type.isMapLikeType() || type.isJavaLangObject() || type.isTypeOrSubTypeOf(JsonNode.class);
    }

    /** What the mapper writes of a type: its own members and those of what it writes without a wrapping. */
    public static Map<String, JavaType> membersOf(JavaType type, SerializationConfig mapping) {
        AnnotationIntrospector annotations = mapping.getAnnotationIntrospector();
        Map<String, JavaType> members = new TreeMap<>();
        for (BeanPropertyDefinition property : mapping.introspect(type).findProperties()) {
            if (annotations.findUnwrappingNameTransformer(property.getPrimaryMember()) == null) {
                members.put(property.getName(), property.getPrimaryType());
            } else {
                members.putAll(membersOf(property.getPrimaryType(), mapping));
            }
        }
        return members;
    }
}
