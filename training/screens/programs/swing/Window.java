import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.MenuSelectionManager;

/** Window: a plan as a Swing window. */
final class Window {
    private static final int EDGE = 12;
    private final Plan plan;
    private final Random random;
    private final JFrame frame;
    private final Truth truth;
    private final Widgets widgets;
    private final Bars bars;

    Window(Plan plan) {
        this.plan = plan;
        this.random = new Random((long) plan.number("seed"));
        this.truth = new Truth(Looks.scale(plan));
        this.widgets = new Widgets(truth, random);
        this.frame = new JFrame(plan.text("title"));
        this.bars = new Bars(plan, truth, random);
    }

    void show(Color mark) {
        var root = frame.getRootPane();
        truth.later(told -> told.add("dialog", root, new Rectangle(root.getSize()), plan.text("title")));
        if (!plan.plans("menus").isEmpty()) frame.setJMenuBar(bars.menus());
        if (!plan.plans("toolbar").isEmpty()) frame.add(bars.tools(), BorderLayout.NORTH);
        var pane = new JScrollPane(page());
        pane.setBorder(null);
        truth.later(told -> Views.bars(told, pane));
        frame.add(pane);
        frame.setGlassPane(marker(mark));
        frame.getGlassPane().setVisible(true);
        frame.pack();
        place();
        frame.setVisible(true);
        if (widgets.focused() != null) widgets.focused().requestFocusInWindow();
        else root.requestFocusInWindow();
    }

    /** Opens a menu or a drop-down, once the window stands. */
    void open() {
        if (plan.at("open_menu") >= 0) bars.open(plan.at("open_menu"));
        else if (!plan.is("used") && widgets.opened() != null && inSight(widgets.opened())) widgets.opened().showPopup();
    }

    private static boolean inSight(JComponent one) {
        return one.isShowing() && one.getVisibleRect().getSize().equals(one.getSize());
    }

    String tell() {
        return truth.tell(told -> {
            bars.tellOpen(told);
            if (widgets.opened() != null && widgets.opened().isPopupVisible()) Widgets.tellOpen(told, widgets.opened());
        });
    }

    void close() {
        MenuSelectionManager.defaultManager().clearSelectedPath();
        frame.dispose();
    }

    private void place() {
        double scale = Looks.scale(plan);
        int left = (int) ((Double) plan.list("at").get(0) / scale), top = (int) ((Double) plan.list("at").get(1) / scale);
        Dimension wanted = frame.getSize(), screen = frame.getToolkit().getScreenSize();
        int wide = screen.width - (int) (EDGE / scale) - left, high = screen.height - (int) (EDGE / scale) - top;
        boolean tight = wanted.height > high;
        frame.setBounds(left, top, Math.min(wanted.width + (tight ? 20 : 0), wide), Math.min(wanted.height, high));
    }

    private JComponent page() {
        var page = new JPanel();
        page.setLayout(new BoxLayout(page, BoxLayout.Y_AXIS));
        int pad = 4 + random.nextInt(14);
        page.setBorder(BorderFactory.createEmptyBorder(pad, pad, pad, pad));
        for (var group : plan.plans("groups")) {
            page.add(group(group));
            page.add(Box.createVerticalStrut(2 + random.nextInt(8)));
        }
        var whole = new JPanel(new BorderLayout());
        whole.add(plan.plans("tabs").isEmpty() ? page : tabs(page));
        var foot = new JPanel(new BorderLayout());
        foot.add(buttons());
        if (plan.has("status")) foot.add(new JLabel(" " + plan.text("status")), BorderLayout.SOUTH);
        whole.add(foot, BorderLayout.SOUTH);
        return whole;
    }

    private JComponent tabs(JComponent page) {
        var made = new JTabbedPane(random.nextInt(6) == 0 ? JTabbedPane.LEFT : JTabbedPane.TOP);
        for (var tab : plan.plans("tabs")) made.addTab(tab.text("text"), tab.is("chosen") ? page : new JPanel());
        for (int at = 0; at < made.getTabCount(); at++) if (plan.plans("tabs").get(at).is("chosen")) made.setSelectedIndex(at);
        truth.later(told -> {
            for (int at = 0; at < made.getTabCount(); at++) {
                var said = told.add("tab", made, made.getBoundsAt(at), made.getTitleAt(at));
                if (said == null) continue;
                said.put("state", at == made.getSelectedIndex() ? "chosen" : null);
                said.put("focused", made.isFocusOwner() && at == made.getSelectedIndex());
            }
        });
        return made;
    }

    private JComponent group(Plan group) {
        var made = new JPanel(new GridBagLayout());
        if (group.has("caption")) made.setBorder(BorderFactory.createTitledBorder(group.text("caption")));
        int columns = group.at("columns"), at = 0, gap = 1 + random.nextInt(6);
        for (var element : group.plans("rows")) {
            boolean own = "checkbox link text table list tree".contains(element.text("kind"));
            var label = own ? null : new JLabel(element.text("label") + (group.text("labels").startsWith("left") && random.nextInt(4) == 0 ? ":" : ""));
            var drawn = widgets.make(element, label);
            if (drawn == null) continue;
            place(made, group, label, unit(drawn, element), at / columns, at % columns, gap);
            at++;
        }
        return made;
    }

    private JComponent unit(JComponent drawn, Plan element) {
        if (!element.has("unit")) return drawn;
        var line = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
        line.add(drawn);
        line.add(new JLabel(element.text("unit")));
        return line;
    }

    private void place(JPanel panel, Plan group, JLabel label, JComponent drawn, int row, int column, int gap) {
        boolean above = group.text("labels").equals("above");
        var where = new GridBagConstraints();
        where.insets = new Insets(gap, 4, above && label != null ? 0 : gap, 4);
        where.anchor = GridBagConstraints.LINE_START;
        where.gridx = column * 2;
        where.gridy = row * 2;
        if (label != null) {
            int side = group.text("labels").contains("right") ? GridBagConstraints.LINE_END : GridBagConstraints.LINE_START;
            where.anchor = above ? GridBagConstraints.LAST_LINE_START : side;
            panel.add(label, where);
        }
        where.anchor = above ? GridBagConstraints.FIRST_LINE_START : GridBagConstraints.LINE_START;
        where.insets = new Insets(above ? 0 : gap, 4, gap, 4 + 6 * column);
        where.weightx = 1;
        if (above || label == null) {
            where.gridwidth = 2;
            where.gridy = row * 2 + 1;
            if (label == null && !above) where.gridy = row * 2;
        } else where.gridx = column * 2 + 1;
        panel.add(drawn, where);
    }

    private JComponent buttons() {
        var made = new JPanel(new FlowLayout(new int[] {FlowLayout.LEADING, FlowLayout.CENTER, FlowLayout.TRAILING}[random.nextInt(3)], 4 + random.nextInt(8), 6));
        for (var button : plan.plans("buttons")) {
            var one = new JButton(button.text("text"));
            one.setEnabled(button.is("enabled"));
            made.add(one);
            if (plan.is("used") && made.getComponentCount() == 1) one.addActionListener(event -> save());
            if (button.is("default")) frame.getRootPane().setDefaultButton(one);
            truth.later(told -> told.add("button", one, Ink.of(one), one.getText()));
        }
        return made;
    }

    /** Writes what the window holds into the file that the environment names. */
    private void save() {
        try {
            Files.writeString(Path.of(System.getenv("TRAINING_SAVE")), tell());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static JComponent marker(Color colour) {
        return new JComponent() {
            @Override protected void paintComponent(Graphics graphics) {
                graphics.setColor(colour);
                graphics.fillRect(0, 0, 2, 2);
            }

            @Override public boolean contains(int x, int y) {
                return false;
            }
        };
    }
}
