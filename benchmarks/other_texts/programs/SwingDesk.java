import java.awt.*;
import java.nio.file.*;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.*;
import java.util.List;
import javax.swing.*;
import javax.swing.event.*;
import javax.swing.table.*;

/** The desk in Swing. Argument: the file to which it appends what was done. */
public class SwingDesk {
    static final Map<String, List<String>> texts = new HashMap<>();
    static Path log;

    static String text(String name) { return texts.get(name).get(0); }
    static int number(String name) { return Integer.parseInt(text(name)); }
    static String opened() { return text("opened").replace("{now}", LocalTime.now().format(DateTimeFormatter.ofPattern("HH:mm:ss"))); }

    static void log(String... told) {
        try { Files.writeString(log, String.join("|", told) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND); }
        catch (java.io.IOException fault) { throw new java.io.UncheckedIOException(fault); }
    }

    static void row(JPanel form, int at, String label, Component field) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = at; place.gridx = 0; place.anchor = GridBagConstraints.WEST; place.insets = new Insets(4, 8, 4, 8);
        form.add(new JLabel(label), place);
        place.gridx = 1;
        form.add(field, place);
    }

    /** The form with a note and a port. */
    static JPanel form(JTextField note, JComboBox<String> port) {
        JPanel form = new JPanel(new GridBagLayout());
        row(form, 0, "Note", note);
        row(form, 1, "Port", port);
        return form;
    }

    static JComboBox<String> ports() { return new JComboBox<>(texts.get("ports").toArray(new String[0])); }

    static void onChange(JTextField field, Runnable act) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            public void insertUpdate(DocumentEvent event) { act.run(); }
            public void removeUpdate(DocumentEvent event) { act.run(); }
            public void changedUpdate(DocumentEvent event) { act.run(); }
        });
    }

    /** A window of its own with the form's captions. */
    static void dialog(JFrame frame) {
        JDialog dialog = new JDialog(frame, "Quick order", true);
        JTextField note = new JTextField(24);
        JButton book = new JButton("Book");
        onChange(note, () -> log("typed into the dialog"));
        book.addActionListener(e -> log("booked in the dialog"));
        dialog.add(form(note, ports()));
        dialog.add(book, BorderLayout.SOUTH);
        dialog.pack();
        dialog.setLocation(number("dialog_left"), number("dialog_top"));
        SwingUtilities.invokeLater(() -> dialog.setVisible(true));
    }

    public static void main(String[] args) throws Exception {
        log = Path.of(args[0]);
        for (String line : Files.readAllLines(Path.of(System.getenv("DESK")))) {
            int at = line.indexOf('=');
            texts.computeIfAbsent(line.substring(0, at), name -> new ArrayList<>()).add(line.substring(at + 1));
        }
        SwingUtilities.invokeLater(SwingDesk::show);
    }

    static void show() {
        JFrame frame = new JFrame(text("title"));
        JLabel heading = new JLabel(text("heading")), opened = new JLabel(opened());
        heading.setFont(heading.getFont().deriveFont(20f));
        JPanel top = new JPanel(new GridLayout(0, 1));
        for (JLabel label : List.of(heading, new JLabel(text("born")), new JLabel(text("balance")), opened)) top.add(label);
        if (number("ticks") > 0) new javax.swing.Timer(1000, e -> opened.setText(opened())).start();

        DefaultTableModel model = new DefaultTableModel(new Object[] {"Order", "Name", "Due", "Amount"}, 0) {
            public boolean isCellEditable(int row, int column) { return false; }
        };
        for (String row : texts.get("rows")) model.addRow(row.split("\\|"));
        JTable table = new JTable(model);
        table.setRowHeight(24);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getSelectionModel().addListSelectionListener(e -> {
            if (e.getValueIsAdjusting() || table.getSelectedRow() < 0) return;
            log("chosen", "" + model.getValueAt(table.getSelectedRow(), 0));
            if (text("dialog").equals("chosen")) dialog(frame);
        });

        JTextField note = new JTextField(30);
        JComboBox<String> port = ports();
        JLabel said = new JLabel("Ready"), count = new JLabel("Letters in the note: 0");
        onChange(note, () -> count.setText("Letters in the note: " + note.getText().length()));
        JButton book = new JButton("Book"), cancel = new JButton("Cancel order");
        book.setToolTipText(text("tip"));
        ToolTipManager.sharedInstance().setInitialDelay(number("tip_after"));
        cancel.addActionListener(e -> log("cancelled"));
        book.addActionListener(e -> {
            int at = table.getSelectedRow();
            if (at < 0) { said.setText("No order is chosen"); return; }
            String[] names = {"{number}", "{name}", "{due}", "{amount}"};
            String question = text("question");
            for (int i = 0; i < names.length; i++) question = question.replace(names[i], "" + model.getValueAt(at, i));
            if (JOptionPane.showConfirmDialog(frame, question, text("question_title"), JOptionPane.YES_NO_OPTION) != 0) {
                log("refused");
                return;
            }
            log("booked", "" + model.getValueAt(at, 0), "" + model.getValueAt(at, 1), note.getText(), "" + port.getSelectedItem());
            said.setText("Booked");
        });

        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT)), foot = new JPanel(new GridLayout(0, 1)), middle = new JPanel(new BorderLayout());
        buttons.add(book); buttons.add(cancel); buttons.add(said);
        foot.add(buttons); foot.add(count);
        middle.add(new JScrollPane(table)); middle.add(form(note, port), BorderLayout.SOUTH);
        frame.add(top, BorderLayout.NORTH); frame.add(middle); frame.add(foot, BorderLayout.SOUTH);
        frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
        frame.setSize(860, 600);
        frame.setLocation(number("left"), number("top"));
        frame.setVisible(true);
        if (text("dialog").equals("first")) dialog(frame);
    }
}
