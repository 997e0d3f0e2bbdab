import java.util.List;
import java.util.Map;

/** A plan, or a part of it: the values of a JSON object. */
record Plan(Map<String, Object> values) {
    @SuppressWarnings("unchecked")
    static Plan of(Object value) {
        return new Plan((Map<String, Object>) value);
    }

    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    double number(String name) {
        return (Double) values.get(name);
    }

    /** A number that may be missing: then -1. */
    int at(String name) {
        return has(name) ? (int) number(name) : -1;
    }

    @SuppressWarnings("unchecked")
    List<Object> list(String name) {
        return has(name) ? (List<Object>) values.get(name) : List.of();
    }

    String[] texts(String name) {
        return list(name).stream().map(String::valueOf).toArray(String[]::new);
    }

    List<Plan> plans(String name) {
        return list(name).stream().map(Plan::of).toList();
    }
}
