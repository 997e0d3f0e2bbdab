import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Random;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JToolBar;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;

/** Bars: the menu bar with its open menu, and the tool bar. */
final class Bars {
    private static final int[] SIZES = {16, 20, 24, 32, 48};
    private final Plan plan;
    private final Truth truth;
    private final Random random;
    private final JMenuBar menus = new JMenuBar();

    Bars(Plan plan, Truth truth, Random random) {
        this.plan = plan;
        this.truth = truth;
        this.random = random;
    }

    JMenuBar menus() {
        for (var told : plan.plans("menus")) {
            var menu = new JMenu(told.text("text"));
            for (var item : told.plans("items")) menu.add(item(item));
            menus.add(menu);
            truth.later(said -> said.add("menu", menu, menu.getText()));
        }
        return menus;
    }

    private JMenuItem item(Plan told) {
        var one = told.has("state") ? new JCheckBoxMenuItem(told.text("text"), told.text("state").equals("on")) : new JMenuItem(told.text("text"));
        one.setEnabled(told.is("enabled"));
        if (told.has("keys")) one.setAccelerator(KeyStroke.getKeyStroke("ctrl " + told.text("keys").substring(5)));
        return one;
    }

    /** Opens a menu, and lets its entries be told. */
    void open(int at) {
        var menu = menus.getMenu(at);
        if (menu == null || !menu.isShowing()) return;
        var path = new MenuElement[] {menus, menu, menu.getPopupMenu()};
        MenuSelectionManager.defaultManager().setSelectedPath(path);
    }

    /** Tells of the entries of the menu that is open. */
    void tellOpen(Truth told) {
        for (var chosen : MenuSelectionManager.defaultManager().getSelectedPath()) {
            if (!(chosen instanceof JPopupMenu popup)) continue;
            told.cover(popup);
            for (var one : popup.getComponents()) {
                if (!(one instanceof JMenuItem item)) continue;
                var said = told.add("menu-item", item, item.getText());
                if (said != null && item instanceof JCheckBoxMenuItem) said.put("state", item.isSelected() ? "on" : "off");
            }
        }
    }

    JComponent tools() {
        var made = new JToolBar();
        made.setFloatable(random.nextBoolean());
        for (var tool : plan.plans("toolbar")) {
            var one = new JButton(tool.text("text"), icon(tool.text("icon")));
            one.setEnabled(random.nextInt(8) > 0);
            made.add(one);
            if (random.nextInt(5) == 0) made.addSeparator();
            truth.later(told -> {
                var said = told.add(tool.has("text") ? "button" : "icon-button", one, tool.text("text"));
                if (said != null) said.put("icon", tool.text("icon"));
            });
        }
        return made;
    }

    /** The picture of an icon, as sharp as the screen is. */
    private Icon icon(String name) {
        double scale = Looks.scale(plan), wanted = 1.6 * plan.number("points") * 4 / 3 * plan.number("scale");
        int size = SIZES[0];
        for (int other : SIZES) if (Math.abs(other - wanted) < Math.abs(size - wanted)) size = other;
        String tone = plan.is("dark") ? "light" : ((long) plan.number("seed")) / 2 % 2 == 0 ? "dark" : "colour";
        var image = new ImageIcon(System.getenv("TRAINING_ICONS") + "/" + tone + "/" + size + "/" + name + ".png").getImage();
        int room = (int) Math.round(size / scale);
        return new Icon() {
            @Override public void paintIcon(java.awt.Component one, Graphics graphics, int x, int y) {
                var finely = (Graphics2D) graphics;
                finely.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
                finely.drawImage(image, x, y, room, room, null);
            }

            @Override public int getIconWidth() {
                return room;
            }

            @Override public int getIconHeight() {
                return room;
            }
        };
    }
}
