import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.List;
import java.util.Random;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.table.DefaultTableModel;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;

/** Views: tables, trees and the entries of lists. */
final class Views {
    private Views() {
    }

    static JComponent table(Plan plan, Truth truth, Random random) {
        var cells = plan.list("rows").stream().map(row -> ((List<?>) row).toArray()).toArray(Object[][]::new);
        var one = new JTable(new DefaultTableModel(cells, plan.texts("headers")));
        one.setRowHeight(one.getFontMetrics(one.getFont()).getHeight() + random.nextInt(8));
        one.setShowGrid(random.nextInt(3) > 0);
        one.setEnabled(plan.is("enabled"));
        if (plan.at("chosen") >= 0) one.setRowSelectionInterval(plan.at("chosen"), plan.at("chosen"));
        int wide = Math.max(240, one.getColumnCount() * one.getFontMetrics(one.getFont()).stringWidth("Customer refe"));
        one.setPreferredScrollableViewportSize(new Dimension(wide, one.getRowHeight() * Math.min(7, Math.max(2, cells.length - random.nextInt(3)))));
        var pane = new JScrollPane(one);
        pane.setMinimumSize(pane.getPreferredSize());
        truth.later(told -> tellTable(told, one));
        truth.later(told -> bars(told, pane));
        return pane;
    }

    private static void tellTable(Truth told, JTable one) {
        for (int column = 0; column < one.getColumnCount(); column++)
            told.add("header", one.getTableHeader(), one.getTableHeader().getHeaderRect(column), one.getColumnName(column));
        for (int row = 0; row < one.getRowCount(); row++) {
            String chosen = one.isRowSelected(row) ? "chosen" : null;
            var whole = one.getCellRect(row, 0, true);
            for (int column = 0; column < one.getColumnCount(); column++) {
                var box = one.getCellRect(row, column, true);
                whole.add(box);
                var said = told.add("cell", one, box, String.valueOf(one.getValueAt(row, column)));
                if (said != null) said.put("state", chosen);
            }
            var said = told.add("row", one, whole, "");
            if (said != null) said.put("state", chosen);
        }
    }

    static JComponent tree(Plan plan, Truth truth) {
        var root = new DefaultMutableTreeNode("");
        var one = new JTree(new DefaultTreeModel(root));
        DefaultMutableTreeNode top = root;
        for (var node : plan.plans("nodes")) {
            var made = new DefaultMutableTreeNode(node);
            if (node.number("depth") == 0) root.add(top = made);
            else top.add(made);
        }
        ((DefaultTreeModel) one.getModel()).reload();
        one.setRootVisible(false);
        one.setShowsRootHandles(true);
        one.setEnabled(plan.is("enabled"));
        one.setCellRenderer(new javax.swing.tree.DefaultTreeCellRenderer() {
            @Override public java.awt.Component getTreeCellRendererComponent(JTree tree, Object value, boolean chosen, boolean open, boolean leaf, int row, boolean focus) {
                Object inner = ((DefaultMutableTreeNode) value).getUserObject();
                return super.getTreeCellRendererComponent(tree, inner instanceof Plan node ? node.text("text") : "", chosen, open, leaf, row, focus);
            }
        });
        for (int at = 0; at < root.getChildCount(); at++) {
            var child = (DefaultMutableTreeNode) root.getChildAt(at);
            if (node(child).text("state").equals("open")) one.expandPath(new TreePath(child.getPath()));
            if (node(child).is("chosen")) one.setSelectionPath(new TreePath(child.getPath()));
        }
        one.setVisibleRowCount(Math.max(3, Math.min(9, one.getRowCount())));
        var pane = new JScrollPane(one);
        pane.setPreferredSize(new Dimension(Math.max(180, pane.getPreferredSize().width + 20), pane.getPreferredSize().height));
        pane.setMinimumSize(pane.getPreferredSize());
        truth.later(told -> tellTree(told, one));
        truth.later(told -> bars(told, pane));
        return pane;
    }

    private static Plan node(DefaultMutableTreeNode one) {
        return (Plan) one.getUserObject();
    }

    /** Every entry, as wide as the tree. */
    private static void tellTree(Truth told, JTree one) {
        for (int row = 0; row < one.getRowCount(); row++) {
            var path = one.getPathForRow(row);
            var entry = (DefaultMutableTreeNode) path.getLastPathComponent();
            var text = one.getRowBounds(row);
            var box = new Rectangle(0, text.y, one.getWidth(), text.height);
            var said = told.add("node", one, box, node(entry).text("text"));
            if (said == null) continue;
            said.put("state", entry.isLeaf() ? "leaf" : one.isExpanded(row) ? "open" : "closed");
            said.put("chosen", one.isRowSelected(row));
        }
    }

    static void tellRows(Truth told, JList<?> one, String kind) {
        for (int row = 0; row < one.getModel().getSize(); row++) {
            var said = told.add(kind, one, one.getCellBounds(row, row), String.valueOf(one.getModel().getElementAt(row)));
            if (said != null && one.isSelectedIndex(row)) said.put("state", "chosen");
        }
    }

    static void bars(Truth told, JScrollPane pane) {
        for (JScrollBar bar : new JScrollBar[] {pane.getVerticalScrollBar(), pane.getHorizontalScrollBar()})
            if (bar != null && bar.isShowing()) told.add("scrollbar", bar, "");
    }
}
