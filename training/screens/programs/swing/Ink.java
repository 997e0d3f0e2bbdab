import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JRadioButton;

/** Ink: where a component paints, asked of its look by letting it paint on nothing. */
final class Ink {
    private Ink() {
    }

    /** What a component paints, within itself; the whole of it where that can't be told. */
    static Rectangle of(JComponent one) {
        boolean opaque = one.isOpaque();
        one.setOpaque(false);
        var image = new BufferedImage(Math.max(1, one.getWidth()), Math.max(1, one.getHeight()), BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        one.paint(graphics);
        graphics.dispose();
        one.setOpaque(opaque);
        var found = bounds(image);
        return found == null ? new Rectangle(one.getSize()) : found;
    }

    /** The mark of a check box or radio button, within it: what one without a caption paints. */
    static Rectangle mark(AbstractButton one) {
        var bare = one instanceof JRadioButton ? new JRadioButton() : new JCheckBox();
        bare.setMargin(one.getMargin());
        bare.setFont(one.getFont());
        bare.setSelected(one.isSelected());
        bare.setFocusPainted(false);
        bare.setText(" ");
        Dimension wanted = bare.getPreferredSize();
        bare.setText("");
        bare.setSize(Math.min(wanted.width, one.getWidth()), one.getHeight());
        return of(bare);
    }

    private static Rectangle bounds(BufferedImage image) {
        Rectangle found = null;
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++)
                if ((image.getRGB(x, y) >>> 24) > 40) {
                    if (found == null) found = new Rectangle(x, y, 1, 1);
                    else found.add(new Rectangle(x, y, 1, 1));
                }
        return found;
    }
}
