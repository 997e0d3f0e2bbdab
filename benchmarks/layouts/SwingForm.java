import java.awt.*;
import java.util.*;
import javax.swing.*;

/** A form of a plan in Swing: SwingForm SCALE THEME GAP APART, then nine words a cell. Prints the boxes. */
public class SwingForm {
    static final String[] KEYS = {"row", "column", "kind", "text", "name", "width", "hint", "state", "align"};

    public static void main(String[] words) throws Exception {
        double scale = Double.parseDouble(words[0]);
        for (var look : UIManager.getInstalledLookAndFeels())
            if (look.getName().equals(words[1])) UIManager.setLookAndFeel(look.getClassName());
        int gap = Integer.parseInt(words[2]), apart = Integer.parseInt(words[3]);
        SwingUtilities.invokeAndWait(() -> show(scale, gap, apart, Arrays.copyOfRange(words, 4, words.length)));
    }

    static void show(double scale, int gap, int apart, String[] words) {
        JFrame window = new JFrame("Form");
        JPanel page = new JPanel(new GridBagLayout());
        page.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        window.add(page);
        var made = new LinkedHashMap<JComponent, Integer>();
        for (int at = 0, cell = 0; at < words.length; at += KEYS.length, cell++) {
            var one = make(words, at);
            if (!words[at + 2].equals("text") && !words[at + 2].equals("small")) made.put(one, cell);
            var where = new GridBagConstraints();
            where.gridy = Integer.parseInt(words[at]);
            where.gridx = Integer.parseInt(words[at + 1]);
            where.insets = new Insets(gap / 2, 0, gap - gap / 2, apart);
            String align = words[at + 8];
            where.anchor = align.equals("right") ? GridBagConstraints.EAST
                : align.equals("center") ? GridBagConstraints.CENTER : GridBagConstraints.WEST;
            page.add(one, where);
        }
        window.pack();
        window.setVisible(true);
        var timer = new javax.swing.Timer(1200, event -> tell(made, scale));
        timer.setRepeats(false);
        timer.start();
    }

    static JComponent make(String[] words, int at) {
        String text = words[at + 3] + words[at + 6], state = words[at + 7];
        int width = words[at + 5].isEmpty() ? 0 : Integer.parseInt(words[at + 5]);
        switch (words[at + 2]) {
            case "field": {
                var one = new JTextField(text, width * 3 / 4);
                one.setEditable(!state.equals("fixed"));
                one.getCaret().setBlinkRate(0);
                if (state.equals("selected") || state.equals("focused")) SwingUtilities.invokeLater(() -> {
                    one.requestFocus();
                    if (state.equals("selected")) one.selectAll();
                });
                return one;
            }
            case "area": return new JScrollPane(new JTextArea(text, 4, 30));
            case "choice": return new JComboBox<>(new String[] {text, "O"});
            case "button": return new JButton(text);
            default:
                var label = new JLabel(text);
                if (words[at + 2].equals("small")) label.setFont(label.getFont().deriveFont(10f));
                return label;
        }
    }

    static void tell(Map<JComponent, Integer> made, double scale) {
        var told = new StringJoiner(", ", "[", "]");
        made.forEach((one, cell) -> {
            var at = one.getLocationOnScreen();
            told.add(String.format(Locale.ROOT, "[%d, %.0f, %.0f, %.0f, %.0f]", cell,
                at.x * scale, at.y * scale, one.getWidth() * scale, one.getHeight() * scale));
        });
        System.out.println(told);
    }
}
