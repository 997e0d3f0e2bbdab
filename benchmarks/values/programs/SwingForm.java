import java.awt.*;
import java.nio.file.*;
import java.util.*;
import java.util.List;
import java.util.function.*;
import java.util.stream.*;
import javax.swing.*;
import javax.swing.tree.*;

/** The form in Swing. Arguments as of tk_form. */
public class SwingForm {
    static final JLabel said = new JLabel("Ready");
    static final JPanel form = new JPanel(new GridBagLayout()), right = new JPanel();
    static String sorted = "", speed = "";

    public static void main(String[] args) throws Exception {
        String[][] lists = Arrays.stream(args).skip(1).map(list -> list.split("\\|")).toArray(String[][]::new);
        SwingUtilities.invokeLater(() -> show(Path.of(args[0]), lists));
    }

    static void show(Path out, String[][] lists) {
        JFrame frame = new JFrame("Parcels");
        frame.setJMenuBar(menu(lists[3]));
        right.setLayout(new BoxLayout(right, BoxLayout.Y_AXIS));
        List<Supplier<Object>> fields = fields(lists[0]);
        radios(lists[2]);
        Supplier<Object> port = list(lists[1]), folder = tree(lists[4]);
        for (String text : lists[5]) right.add(new JLabel(text));
        save(out, List.of(fields.get(0), fields.get(1), port, () -> speed, () -> sorted, folder,
            fields.get(2), fields.get(3)));
        frame.setLayout(new FlowLayout(FlowLayout.LEFT, 20, 10));
        frame.add(Box.createHorizontalStrut(240)); // the menu hangs where nothing stands
        frame.add(form);
        frame.add(right);
        frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
        frame.setSize(1120, 700);
        frame.setLocation(60, 40);
        frame.setVisible(true);
    }

    static void row(int at, Component label, Component field) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = at; place.gridx = 0; place.anchor = GridBagConstraints.WEST; place.insets = new Insets(3, 8, 3, 8);
        form.add(label, place);
        place.gridx = 1;
        form.add(field, place);
    }

    static List<Supplier<Object>> fields(String[] towns) {
        JTextField name = new JTextField(24), due = new JTextField(24);
        JComboBox<String> town = new JComboBox<>(towns);
        town.setMaximumRowCount(10);
        town.setSelectedIndex(-1);
        JSpinner copies = new JSpinner(new SpinnerNumberModel(0, 0, 9999, 1));
        copies.setPreferredSize(new Dimension(120, 26));
        copies.setEditor(new JSpinner.NumberEditor(copies, "0"));
        String[] labels = {"Name", "Town", "Copies", "Due"};
        Component[] fields = {name, town, copies, due};
        for (int at = 0; at < labels.length; at++) row(at, new JLabel(labels[at]), fields[at]);
        return List.of(name::getText, town::getSelectedItem, copies::getValue, due::getText);
    }

    static void radios(String[] speeds) {
        ButtonGroup group = new ButtonGroup();
        for (int at = 0; at < speeds.length; at++) {
            String text = speeds[at];
            JRadioButton radio = new JRadioButton(text);
            radio.addActionListener(e -> speed = text);
            group.add(radio);
            row(4 + at, new JLabel(), radio);
        }
    }

    static JMenuBar menu(String[] sorts) {
        JMenu menu = new JMenu("Sort");
        for (String entry : sorts) {
            JMenuItem item = new JMenuItem(entry);
            item.addActionListener(e -> { sorted = entry; said.setText("Sorted: " + entry); });
            menu.add(item);
        }
        JMenuBar bar = new JMenuBar();
        bar.add(menu);
        return bar;
    }

    static Supplier<Object> list(String[] ports) {
        JList<String> port = new JList<>(ports);
        port.setVisibleRowCount(7);
        right.add(new JLabel("Port"));
        right.add(new JScrollPane(port));
        return port::getSelectedValue;
    }

    static Supplier<Object> tree(String[] folders) {
        DefaultMutableTreeNode root = new DefaultMutableTreeNode("All");
        for (String text : folders) root.add(new DefaultMutableTreeNode(text));
        JTree tree = new JTree(root);
        tree.setRootVisible(false);
        tree.setVisibleRowCount(10);
        right.add(new JLabel("Folder"));
        right.add(new JScrollPane(tree));
        return tree::getLastSelectedPathComponent;
    }

    static void save(Path out, List<Supplier<Object>> values) {
        JButton save = new JButton("Save");
        save.addActionListener(e -> {
            String text = values.stream().map(value -> Objects.toString(value.get(), "")).collect(Collectors.joining("\n"));
            try { Files.writeString(out, text); said.setText("Saved"); }
            catch (java.io.IOException fault) { said.setText("Error"); }
        });
        row(20, save, said);
    }
}
