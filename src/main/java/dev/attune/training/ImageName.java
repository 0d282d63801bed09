package dev.attune.training;

import java.util.regex.Pattern;

/**
 * A training image's name without registry, tag and digest concerns; the image is never fetched.
 *
 * @param path what stands before tag and digest, registry included
 */
public record ImageName(String path) {
    private static final Pattern TAG_AND_DIGEST = Pattern.compile("(?::[^/@]*)?(?:@.*)?$", Pattern.DOTALL);

    /** Reads an image as a TrainingImage spells it. */
    public static ImageName of(String image) {
        return new ImageName(TAG_AND_DIGEST.matcher(image).replaceFirst(""));
    }

    /** The path's last part, for example {@code sagemaker-xgboost}. */
    public String repository() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether the path is {@code name}, for example {@code attune/branin}, in whatever registry. */
    public boolean is(String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    /** Whether the image is one of Attune's own, {@code attune/…}. */
    public boolean isOwn() {
        return is("attune/" + repository());
    }
}
