import java.awt.*;
import java.io.*;
import java.nio.file.*;
import javax.swing.*;
import javax.swing.table.DefaultTableModel;

/** Register of members on Swing. Argument: the file that it saves, a line a member, cells parted by semicolons. */
public class MemberForm {
    static final String[] COLUMNS = {"Name", "Town", "Kind", "Fee", "Letter"};
    static final String[][] MEMBERS = {
        {"Charles Babbage", "London", "Full", "40", "yes"},
        {"Blaise Pascal", "Paris", "Supporting", "120", "no"},
        {"Emmy Noether", "Erlangen", "Full", "40", "yes"},
        {"Alan Turing", "Manchester", "Youth", "10", "no"},
    };
    static final JTextField name = new JTextField(24), city = new JTextField(24), fee = new JTextField("0", 10);
    static final JComboBox<String> kind = new JComboBox<>(new String[] {"Full", "Youth", "Supporting", "Honorary"});
    static final JCheckBox letter = new JCheckBox("Gets the letter");
    static final DefaultTableModel model = new DefaultTableModel(MEMBERS, COLUMNS) {
        @Override
        public boolean isCellEditable(int row, int column) {
            return false;
        }
    };
    static final JTable table = new JTable(model);
    static final JLabel status = new JLabel("Ready");

    public static void main(String[] args) throws Exception {
        Path path = Paths.get(args[0]);
        SwingUtilities.invokeAndWait(() -> {
            JFrame frame = new JFrame("Members");
            JMenu file = new JMenu("File");
            JMenuItem save = new JMenuItem("Save list"), quit = new JMenuItem("Quit");
            save.addActionListener(e -> save(frame, path));
            quit.addActionListener(e -> System.exit(0));
            file.add(save);
            file.add(quit);
            JMenuBar bar = new JMenuBar();
            bar.add(file);
            frame.setJMenuBar(bar);
            frame.add(form(), BorderLayout.NORTH);
            frame.add(new JScrollPane(table));
            frame.add(buttons(frame), BorderLayout.SOUTH);
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            frame.setSize(820, 560);
            frame.setLocation(150, 70);
            frame.setVisible(true);
        });
    }

    static JPanel form() {
        JPanel form = new JPanel(new GridBagLayout());
        row(form, 0, "Member name", name);
        row(form, 1, "City", city);
        row(form, 2, "Kind", kind);
        row(form, 3, "Yearly fee", fee);
        row(form, 4, "", letter);
        return form;
    }

    static void row(JPanel form, int at, String label, Component field) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = at;
        place.gridx = 0;
        place.anchor = GridBagConstraints.WEST;
        place.insets = new Insets(4, 6, 4, 6);
        form.add(new JLabel(label), place);
        place.gridx = 1;
        form.add(field, place);
    }

    static JPanel buttons(JFrame frame) {
        JButton add = new JButton("Add member"), remove = new JButton("Remove member");
        add.addActionListener(e -> add());
        remove.addActionListener(e -> remove(frame));
        JPanel buttons = new JPanel();
        buttons.add(add);
        buttons.add(remove);
        buttons.add(status);
        return buttons;
    }

    static void add() {
        String sent = letter.isSelected() ? "yes" : "no";
        model.addRow(new Object[] {name.getText(), city.getText(), kind.getSelectedItem(), fee.getText(), sent});
        status.setText("Member added");
    }

    static void remove(JFrame frame) {
        int row = table.getSelectedRow();
        if (row < 0) {
            JOptionPane.showMessageDialog(frame, "Choose a member first.");
        } else if (asked(frame, "Remove the member " + model.getValueAt(row, 0) + "?")) {
            model.removeRow(row);
            status.setText("Member removed");
        }
    }

    static boolean asked(JFrame frame, String question) {
        int answer = JOptionPane.showConfirmDialog(frame, question, "Members", JOptionPane.YES_NO_OPTION);
        return answer == JOptionPane.YES_OPTION;
    }

    static void save(JFrame frame, Path path) {
        if (!asked(frame, "Write the list now?")) {
            return;
        }
        StringBuilder list = new StringBuilder();
        for (int row = 0; row < model.getRowCount(); row++) {
            for (int column = 0; column < COLUMNS.length; column++) {
                list.append(column > 0 ? ";" : "").append(model.getValueAt(row, column));
            }
            list.append("\n");
        }
        try {
            Files.writeString(path, list);
            status.setText("List written");
        } catch (IOException fault) {
            status.setText("Not written: " + fault.getMessage());
        }
    }
}
