import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.util.Calendar;
import java.util.Map;
import java.util.Random;
import javax.swing.AbstractButton;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SpinnerDateModel;
import javax.swing.SpinnerNumberModel;
import javax.swing.plaf.basic.BasicComboPopup;
import javax.swing.text.JTextComponent;

/** Widgets: makes an element of a plan, and says how to tell the truth about it. */
final class Widgets {
    private final Truth truth;
    private final Random random;
    private JComponent focused;
    private JComboBox<String> opened;

    Widgets(Truth truth, Random random) {
        this.truth = truth;
        this.random = random;
    }

    /** What is to get the focus, or null. */
    JComponent focused() {
        return focused;
    }

    /** The drop-down that is to be open, or null. */
    JComboBox<String> opened() {
        return opened;
    }

    /** The component of an element; null where Swing has none. */
    JComponent make(Plan plan, JLabel label) {
        return switch (plan.text("kind")) {
            case "field" -> typed("field", field(plan), plan, label);
            case "area" -> area(plan, label);
            case "number" -> typed("number", number(plan), plan, label);
            case "date" -> date(plan, label);
            case "dropdown", "combo" -> choice(plan, label);
            case "checkbox" -> ticked("checkbox", new JCheckBox(plan.text("label"), plan.text("state").equals("on")), plan, plan.text("label"));
            case "radio" -> radio(plan);
            case "slider" -> slider(plan, label);
            case "progress" -> progress(plan, label);
            case "list" -> list(plan);
            case "table" -> Views.table(plan, truth, random);
            case "tree" -> Views.tree(plan, truth);
            case "link" -> link(plan);
            case "text" -> new JLabel("<html><body style='width:220px'>" + plan.text("label") + "</body></html>");
            default -> null;
        };
    }

    private JComponent field(Plan plan) {
        boolean secret = plan.text("label").matches("(?i).*(passwor|kennwort|mot de passe|contrase|lösenord|has).*");
        var one = secret ? new JPasswordField(plan.text("value")) : new JTextField(plan.text("value"));
        one.setColumns(Math.max(2, (int) (plan.number("width") * 0.75)));
        one.setEditable(!plan.is("readonly"));
        return one;
    }

    private JComponent area(Plan plan, JLabel label) {
        var one = new JTextArea(plan.text("value"), 2 + random.nextInt(3), 22);
        one.setLineWrap(true);
        one.setEditable(!plan.is("readonly"));
        var pane = new JScrollPane(one);
        pane.setMinimumSize(pane.getPreferredSize());
        one.setEnabled(plan.is("enabled"));
        still(one);
        want(one, plan);
        truth.later(told -> tell(told, "area", pane, one, plan, label, one.getText()));
        truth.later(told -> Views.bars(told, pane));
        return pane;
    }

    private JComponent number(Plan plan) {
        double value;
        try {
            value = Double.parseDouble(plan.text("value").replace(',', '.'));
        } catch (NumberFormatException noNumber) {
            value = 0;
        }
        boolean whole = value == Math.rint(value);
        var one = new JSpinner(whole ? new SpinnerNumberModel((int) value, null, null, 1) : new SpinnerNumberModel(value, null, null, 0.5));
        ((JSpinner.DefaultEditor) one.getEditor()).getTextField().setColumns(Math.min(10, 2 + (int) (plan.number("width") / 2)));
        return one;
    }

    private JComponent date(Plan plan, JLabel label) {
        if (random.nextBoolean()) return typed("field", field(plan), plan, label);
        var calendar = Calendar.getInstance();
        calendar.set(1990 + random.nextInt(40), random.nextInt(12), 1 + random.nextInt(28));
        var one = new JSpinner(new SpinnerDateModel(calendar.getTime(), null, null, Calendar.DAY_OF_MONTH));
        var format = new String[] {"yyyy-MM-dd", "dd.MM.yyyy", "M/d/yyyy"}[random.nextInt(3)];
        one.setEditor(new JSpinner.DateEditor(one, plan.has("format") ? plan.text("format") : format));
        return typed("date", one, plan, label);
    }

    private JComponent typed(String kind, JComponent one, Plan plan, JLabel label) {
        JComponent inner = one instanceof JSpinner spinner ? ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField() : one;
        one.setEnabled(plan.is("enabled"));
        still(inner);
        want(inner, plan);
        truth.later(told -> tell(told, kind, one, inner, plan, label, shown((JTextComponent) inner)));
        return one;
    }

    private static String shown(JTextComponent one) {
        return one instanceof JPasswordField secret ? "•".repeat(secret.getPassword().length) : one.getText();
    }

    private JComponent choice(Plan plan, JLabel label) {
        boolean edited = plan.text("kind").equals("combo");
        var one = new JComboBox<>(plan.texts("choices"));
        one.setEditable(edited);
        one.setSelectedIndex(plan.at("choice"));
        one.setEnabled(plan.is("enabled"));
        JComponent inner = edited ? (JComponent) one.getEditor().getEditorComponent() : one;
        still(inner);
        if (edited) want(inner, plan);
        if (!edited && plan.is("enabled") && opened == null && random.nextInt(5) == 0) opened = one;
        truth.later(told -> tell(told, edited ? "combo" : "dropdown", one, inner, plan, label, one.getSelectedItem() == null ? "" : one.getSelectedItem().toString()));
        return one;
    }

    /** Tells of the entries of an open drop-down. */
    static void tellOpen(Truth truth, JComboBox<String> one) {
        var popup = (BasicComboPopup) one.getUI().getAccessibleChild(one, 0);
        truth.cover(popup);
        Views.tellRows(truth, popup.getList(), "row");
    }

    private JComponent ticked(String kind, AbstractButton one, Plan plan, String label) {
        one.setEnabled(plan.is("enabled"));
        if (kind.equals("checkbox")) want(one, plan);
        truth.later(told -> {
            Rectangle mark = Ink.mark(one), whole = Ink.of(one);
            var said = told.add(kind, one, mark, one.getText());
            if (said == null) return;
            said.put("state", one.isSelected() ? "on" : "off");
            said.put("label", label);
            said.put("label_box", told.box(one, new Rectangle(mark.x + mark.width + 2, whole.y, whole.x + whole.width - mark.x - mark.width - 2, whole.height)));
        });
        return one;
    }

    private JComponent radio(Plan plan) {
        var panel = new JPanel();
        boolean down = plan.texts("choices").length > 3 || random.nextInt(3) == 0;
        panel.setLayout(down ? new BoxLayout(panel, BoxLayout.Y_AXIS) : new FlowLayout(FlowLayout.LEADING, 6, 0));
        String[] choices = plan.texts("choices");
        var group = new ButtonGroup();
        for (int at = 0; at < choices.length; at++) {
            var one = new JRadioButton(choices[at], at == plan.at("choice"));
            group.add(one);
            panel.add(ticked("radio", one, plan, plan.text("label")));
        }
        return panel;
    }

    private JComponent slider(Plan plan, JLabel label) {
        var one = new JSlider(0, 100, (int) Double.parseDouble(plan.text("value")));
        one.setPaintTicks(random.nextInt(3) == 0);
        one.setMajorTickSpacing(25);
        one.setEnabled(plan.is("enabled"));
        truth.later(told -> told.label(told.add("slider", one, Ink.of(one), String.valueOf(one.getValue())), label, plan.text("label")));
        return one;
    }

    private JComponent progress(Plan plan, JLabel label) {
        var one = new JProgressBar(0, 100);
        one.setValue((int) Double.parseDouble(plan.text("value")));
        one.setStringPainted(random.nextBoolean());
        truth.later(told -> told.label(told.add("progress", one, Ink.of(one), String.valueOf(one.getValue())), label, plan.text("label")));
        return one;
    }

    private JComponent list(Plan plan) {
        var one = new JList<>(plan.texts("choices"));
        one.setVisibleRowCount(Math.min(8, Math.max(3, plan.texts("choices").length - random.nextInt(3))));
        if (plan.at("choice") >= 0) one.setSelectedIndex(plan.at("choice"));
        one.setEnabled(plan.is("enabled"));
        var pane = new JScrollPane(one);
        pane.setMinimumSize(pane.getPreferredSize());
        truth.later(told -> Views.tellRows(told, one, "row"));
        truth.later(told -> Views.bars(told, pane));
        return pane;
    }

    private JComponent link(Plan plan) {
        var one = new JLabel("<html><u>" + plan.text("label") + "</u></html>");
        one.setForeground(new Color(0x1a4fb0));
        truth.later(told -> told.add("link", one, Ink.of(one), plan.text("label")));
        return one;
    }

    private void tell(Truth told, String kind, JComponent one, JComponent inner, Plan plan, JLabel label, String text) {
        Map<String, Object> said = told.add(kind, one, Ink.of(one), text);
        if (said == null) return;
        said.put("focused", Truth.holdsFocus(one));
        said.put("enabled", inner.isEnabled());
        if (plan.is("readonly") && inner instanceof JTextComponent typed && !typed.isEditable()) said.put("readonly", true);
        told.label(said, label, plan.text("label"));
    }

    private static void still(JComponent one) {
        if (one instanceof JTextComponent typed) typed.getCaret().setBlinkRate(0);
    }

    private void want(JComponent one, Plan plan) {
        if (plan.is("focused")) focused = one;
    }

    static Dimension wide(JComponent one, int width) {
        return new Dimension(width, one.getPreferredSize().height);
    }
}
