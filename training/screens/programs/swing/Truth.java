import java.awt.Component;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Truth: what a window's elements are and where they are on the screen, asked of Swing when it is told. */
final class Truth {
    private static final double WHOLE = 0.995, ENOUGH = 0.5;
    /** Shares of an element that are seen: what is less than enough is ignored. */

    private final List<Consumer<Truth>> asked = new ArrayList<>();
    private final double scale;
    private List<Object> elements, ignore, covers;

    Truth(double scale) {
        this.scale = scale;
    }

    /** Something that adds elements when the truth is told. */
    void later(Consumer<Truth> one) {
        asked.add(one);
    }

    /** All elements, and above them what is open: the pop-ups' elements are told apart, for they cover the others. */
    String tell(Consumer<Truth> open) {
        elements = new ArrayList<>();
        ignore = new ArrayList<>();
        covers = new ArrayList<>();
        asked.forEach(one -> one.accept(this));
        var below = elements;
        elements = new ArrayList<>();
        open.accept(this);
        return Json.write(Map.of("elements", below, "open", elements, "ignore", ignore, "covers", covers));
    }

    /** Adds a part of a component as an element; null where nothing of it is seen. */
    Map<String, Object> add(String kind, JComponent one, Rectangle part, String text) {
        if (!one.isShowing()) return null;
        var seen = part.intersection(one.getVisibleRect());
        if (seen.width < 3 || seen.height < 3) return null;
        double share = (double) seen.width * seen.height / (part.width * part.height);
        if (share < ENOUGH) {
            ignore.add(box(one, seen));
            return null;
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("kind", kind);
        told.put("box", box(one, seen));
        told.put("state", null);
        told.put("enabled", one.isEnabled());
        told.put("text", text == null ? "" : text);
        told.put("label", "");
        told.put("label_box", null);
        told.put("focused", one.isFocusOwner());
        if (share < WHOLE) told.put("clipped", true);
        elements.add(told);
        return told;
    }

    Map<String, Object> add(String kind, JComponent one, String text) {
        return add(kind, one, new Rectangle(one.getSize()), text);
    }

    /** Adds a pop-up that lies over what was told before it. */
    void cover(JComponent one) {
        if (one.isShowing()) covers.add(box(one, new Rectangle(one.getSize())));
    }

    /** A part of a component in screen pixels. */
    List<Object> box(Component one, Rectangle part) {
        var at = one.getLocationOnScreen();
        long left = Math.round((at.x + part.x) * scale), top = Math.round((at.y + part.y) * scale);
        long right = Math.round((at.x + part.x + part.width) * scale), bottom = Math.round((at.y + part.y + part.height) * scale);
        return new ArrayList<>(List.of(left, top, right - left, bottom - top));
    }

    /** The label of an element, and the box of its caption where all of it is seen. */
    void label(Map<String, Object> told, JComponent label, String text) {
        if (told == null || label == null || !label.isShowing()) return;
        var whole = new Rectangle(label.getSize());
        if (!label.getVisibleRect().contains(whole)) return;
        told.put("label", text);
        told.put("label_box", box(label, Ink.of(label)));
    }

    static boolean holdsFocus(JComponent one) {
        var owner = java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner != null && SwingUtilities.isDescendingFrom(owner, one);
    }
}
