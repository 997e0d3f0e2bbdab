import java.awt.Color;
import java.awt.Font;
import java.util.Random;
import javax.swing.UIManager;
import javax.swing.plaf.ColorUIResource;
import javax.swing.plaf.FontUIResource;
import javax.swing.plaf.metal.DefaultMetalTheme;
import javax.swing.plaf.metal.MetalLookAndFeel;
import javax.swing.plaf.metal.OceanTheme;

/** Looks: Swing's own, with colours and fonts of the plan. */
final class Looks {
    private Looks() {
    }

    static void choose(Plan plan) throws Exception {
        var random = new Random((long) plan.number("seed"));
        String name = plan.text("theme");
        if (name.equals("Metal")) MetalLookAndFeel.setCurrentTheme(plan.is("dark") ? new Tinted(random, true) : switch (random.nextInt(3)) {
            case 0 -> new DefaultMetalTheme();
            case 1 -> new Tinted(random, false);
            default -> new OceanTheme();
        });
        for (var look : UIManager.getInstalledLookAndFeels())
            if (look.getName().equals(name) || look.getName().equals("CDE/" + name)) UIManager.setLookAndFeel(look.getClassName());
        if (name.equals("Nimbus")) nimbus(random, plan.is("dark"));
        if (!name.equals("GTK+")) font(plan, name);
    }

    /** By how much Java itself enlarges windows: it knows whole numbers only, and larger fonts do the rest. */
    static double scale(Plan plan) {
        return Math.floor(plan.number("scale"));
    }

    private static void nimbus(Random random, boolean dark) {
        if (!dark && random.nextInt(3) == 0) return;
        float hue = random.nextFloat();
        UIManager.put("nimbusBase", Color.getHSBColor(hue, 0.3f + random.nextFloat() * 0.6f, dark ? 0.2f : 0.35f + random.nextFloat() * 0.4f));
        UIManager.put("control", Color.getHSBColor(hue, random.nextFloat() * 0.15f, dark ? 0.18f : 0.85f + random.nextFloat() * 0.13f));
        UIManager.put("nimbusBlueGrey", Color.getHSBColor(hue, random.nextFloat() * 0.3f, dark ? 0.3f : 0.65f + random.nextFloat() * 0.2f));
        if (!dark) return;
        UIManager.put("nimbusLightBackground", new Color(0x2b2b2b));
        UIManager.put("text", new Color(0xe6e6e6));
        UIManager.put("nimbusSelectionBackground", new Color(0x3b6ea5));
        UIManager.put("nimbusDisabledText", new Color(0x808080));
    }

    /** Every font of the look in the plan's family and size; the look's own where the plan names none. */
    private static void font(Plan plan, String name) {
        int pixels = (int) Math.round(plan.number("points") * 4 / 3 * plan.number("scale") / scale(plan));
        var random = new Random((long) plan.number("seed"));
        int style = name.equals("Metal") && random.nextBoolean() ? Font.BOLD : Font.PLAIN;
        var font = new FontUIResource(plan.has("font") ? plan.text("font") : Font.DIALOG, style, pixels);
        if (name.equals("Nimbus")) {
            UIManager.getLookAndFeelDefaults().put("defaultFont", new FontUIResource(font.getFamily(), Font.PLAIN, pixels));
            return;
        }
        for (Object key : UIManager.getLookAndFeelDefaults().keySet().toArray())
            if (key.toString().endsWith("font") || key.toString().endsWith("Font")) UIManager.put(key, font);
    }

    /** Metal in colours of the seed. */
    private static final class Tinted extends DefaultMetalTheme {
        private final float hue;
        private final boolean dark;

        Tinted(Random random, boolean dark) {
            this.hue = random.nextFloat();
            this.dark = dark;
        }

        private ColorUIResource tone(float full, float light) {
            return new ColorUIResource(Color.getHSBColor(hue, full, dark ? 1.1f - light : light));
        }

        @Override protected ColorUIResource getPrimary1() {
            return tone(0.5f, 0.45f);
        }

        @Override protected ColorUIResource getPrimary2() {
            return tone(0.35f, 0.7f);
        }

        @Override protected ColorUIResource getPrimary3() {
            return tone(0.25f, 0.85f);
        }

        @Override protected ColorUIResource getSecondary1() {
            return tone(0.1f, 0.45f);
        }

        @Override protected ColorUIResource getSecondary2() {
            return tone(0.08f, 0.68f);
        }

        @Override protected ColorUIResource getSecondary3() {
            return tone(0.05f, 0.9f);
        }

        @Override protected ColorUIResource getWhite() {
            return dark ? new ColorUIResource(0x26, 0x26, 0x26) : super.getWhite();
        }

        @Override protected ColorUIResource getBlack() {
            return dark ? new ColorUIResource(0xe8, 0xe8, 0xe8) : super.getBlack();
        }
    }
}
