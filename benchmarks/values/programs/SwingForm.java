import java.awt.*;
import java.nio.file.*;
import java.util.*;
import java.util.List;
import javax.swing.*;
import javax.swing.tree.*;

/** The form in Swing. Arguments as of tk_form. */
public class SwingForm {
    static String sorted = "", speed = "";

    static void row(JPanel form, int at, String label, Component field) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = at; place.gridx = 0; place.anchor = GridBagConstraints.WEST; place.insets = new Insets(4, 8, 4, 8);
        form.add(new JLabel(label), place);
        place.gridx = 1;
        form.add(field, place);
    }

    public static void main(String[] args) throws Exception {
        String[][] lists = Arrays.stream(args).skip(1).map(list -> list.split("\\|")).toArray(String[][]::new);
        SwingUtilities.invokeLater(() -> {
            JFrame frame = new JFrame("Parcels");
            JLabel said = new JLabel("Ready");
            JMenu menu = new JMenu("Sort");
            for (String entry : lists[3]) {
                JMenuItem item = new JMenuItem(entry);
                item.addActionListener(e -> { sorted = entry; said.setText("Sorted: " + entry); });
                menu.add(item);
            }
            JMenuBar bar = new JMenuBar();
            bar.add(menu);
            frame.setJMenuBar(bar);
            JPanel form = new JPanel(new GridBagLayout()), right = new JPanel();
            right.setLayout(new BoxLayout(right, BoxLayout.Y_AXIS));
            JTextField name = new JTextField(24), due = new JTextField(24);
            JComboBox<String> town = new JComboBox<>(lists[0]);
            town.setMaximumRowCount(10);
            town.setSelectedIndex(-1);
            JSpinner copies = new JSpinner(new SpinnerNumberModel(0, 0, 9999, 1));
            copies.setPreferredSize(new Dimension(120, 26));
            copies.setEditor(new JSpinner.NumberEditor(copies, "0"));
            row(form, 0, "Name", name); row(form, 1, "Town", town); row(form, 2, "Copies", copies); row(form, 3, "Due", due);
            ButtonGroup group = new ButtonGroup();
            int at = 4;
            for (String text : lists[2]) {
                JRadioButton radio = new JRadioButton(text);
                radio.addActionListener(e -> speed = text);
                group.add(radio);
                row(form, at++, "", radio);
            }
            JList<String> port = new JList<>(lists[1]);
            port.setVisibleRowCount(7);
            DefaultMutableTreeNode root = new DefaultMutableTreeNode("All");
            for (String text : lists[4]) root.add(new DefaultMutableTreeNode(text));
            JTree tree = new JTree(root);
            tree.setRootVisible(false);
            right.add(new JLabel("Port")); right.add(new JScrollPane(port));
            right.add(new JLabel("Folder")); right.add(new JScrollPane(tree));
            for (String text : lists[5]) right.add(new JLabel(text));
            JButton save = new JButton("Save");
            save.addActionListener(e -> {
                Object folder = tree.getLastSelectedPathComponent();
                List<String> values = List.of(name.getText(), Objects.toString(town.getSelectedItem(), ""),
                    Objects.toString(port.getSelectedValue(), ""), speed, sorted, Objects.toString(folder, ""),
                    String.valueOf(copies.getValue()), due.getText());
                try { Files.writeString(Path.of(args[0]), String.join("\n", values)); said.setText("Saved"); }
                catch (java.io.IOException fault) { said.setText("Error"); }
            });
            GridBagConstraints place = new GridBagConstraints();
            place.gridy = 20; place.insets = new Insets(12, 8, 8, 8);
            form.add(save, place);
            form.add(said, place);
            frame.setLayout(new FlowLayout(FlowLayout.LEFT, 20, 10));
            frame.add(Box.createHorizontalStrut(240)); // the menu hangs where nothing stands
            frame.add(form);
            frame.add(right);
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            frame.setSize(1120, 680);
            frame.setLocation(60, 40);
            frame.setVisible(true);
        });
    }
}
