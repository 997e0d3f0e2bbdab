import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON: objects as maps, arrays as lists, numbers as doubles. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) {
        return new Json(text).value();
    }

    private Object value() {
        char sign = next();
        return switch (sign) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) at++;
        return text.charAt(at);
    }

    private Object word(String word, Object meaning) {
        at += word.length();
        return meaning;
    }

    private Map<String, Object> object() {
        var made = new LinkedHashMap<String, Object>();
        at++;
        while (next() != '}') {
            if (text.charAt(at) == ',') {
                at++;
                continue;
            }
            String name = string();
            next();
            at++;
            made.put(name, value());
        }
        at++;
        return made;
    }

    private List<Object> array() {
        var made = new ArrayList<Object>();
        at++;
        while (next() != ']') {
            if (text.charAt(at) == ',') at++;
            else made.add(value());
        }
        at++;
        return made;
    }

    private String string() {
        var made = new StringBuilder();
        next();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) != '\\') {
                made.append(text.charAt(at));
                continue;
            }
            char sign = text.charAt(++at);
            if (sign == 'u') {
                made.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                at += 4;
            } else made.append("\"\\/bfnrt".indexOf(sign) < 0 ? sign : "\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(sign)));
        }
        at++;
        return made.toString();
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        return Double.valueOf(text.substring(start, at));
    }

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            var parts = new ArrayList<String>();
            map.forEach((name, inner) -> parts.add(write(name) + ": " + write(inner)));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value instanceof List<?> list) return "[" + String.join(", ", list.stream().map(Json::write).toList()) + "]";
        if (value instanceof String string) return quoted(string);
        return String.valueOf(value);
    }

    private static String quoted(String text) {
        var made = new StringBuilder("\"");
        for (char sign : text.toCharArray()) {
            if (sign == '"' || sign == '\\') made.append('\\').append(sign);
            else if (sign < 32 || sign > 126) made.append(String.format("\\u%04x", (int) sign));
            else made.append(sign);
        }
        return made.append('"').toString();
    }
}
