"""Strings that just keep or just break the constraints of a string shape of AWS's model."""

import re

# For each pattern of the model: what a matching string begins with, what stretches it, and what it ends with.
STRETCH = {
    ".*": ("", "a", ""),
    ".+": ("", "a", "a"),
    "[\\S\\s]*": ("", "a", ""),
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}": ("a", "-", "a"),
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}": ("a", "-", "a"),
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}": ("a", "-", "a"),
    "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}": ("a", "-", "a"),
    "[A-Za-z0-9\\.\\-_]+": ("", "a", "a"),
    "[-0-9a-zA-Z]+": ("", "a", "a"),
    "[a-zA-Z0-9\\-]+": ("", "a", "a"),
    "[a-zA-Z0-9:/_-]*": ("", "a", ""),
    "[a-zA-Z_][a-zA-Z0-9_]*": ("", "a", "a"),
    "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)": ("", "a", ""),
    "(https|s3)://([^/]+)/?(.*)": ("s3://b", "a", ""),
    "(fs-[0-9a-f]{8,})": ("fs-0000000", "0", "0"),
    "arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+": ("arn:aws:iam::123456789012:role", "a", "a"),
    "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)": (
        *("arn:aws:sagemaker:us-east-1:123456789012:", "a", "/a"),
    ),
    "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"
    "\\/DataSet\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?": (
        *("arn:aws:sagemaker:us-east-1:aws:hub-content/hub/DataSet/a", "-", "a"),
    ),
    "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"
    "\\/Model\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?": (
        *("arn:aws:sagemaker:us-east-1:aws:hub-content/hub/Model/a", "-", "a"),
    ),
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-plan/.*": (
        *("arn:aws:sagemaker::123456789012:training-plan/", "a", ""),
    ),
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:mlflow-[a-zA-Z-]*/.*": (
        *("arn:aws:sagemaker::123456789012:mlflow-app/", "a", ""),
    ),
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package-group/[\\S]{1,2048}": (
        *("arn:aws:sagemaker:us-east-1:123456789012:model-package-group/", "a", "a"),
    ),
    "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}": (
        *("arn:aws:sagemaker:us-east-1:123456789012:model-package/", "a", "a"),
    ),
    "arn:[\\p{Alnum}\\-]+:lambda:[\\p{Alnum}\\-]+:[0-9]{12}:function:.*": (
        *("arn:aws:lambda:us-east-1:123456789012:function:", "a", ""),
    ),
    "arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+": ("arn:aws:sagemaker:us-east-1:123456789012:", "a", "a"),
}
SHORT = {"ArnOrName": "algorithm"}  # where the stretched form is not the shortest that matches


def kept(shape, length=None):
    """A string that keeps all constraints, as near to the length as the pattern lets it be."""
    if shape.enum:
        return shape.enum[0]
    if length is None:
        length = shape.metadata.get("min", 0)
        if shape.name in SHORT:
            return SHORT[shape.name]
    return stretched(shape, length)


def stretched(shape, length):
    """A string of that length, longer only where nothing so short matches the pattern."""
    start, filler, end = STRETCH[shape.metadata.get("pattern", ".*")]
    if length < len(start) + len(end):
        return (start + end)[:length] if matches(shape, (start + end)[:length]) else start + end
    return start + filler * (length - len(start) - len(end)) + end


def too_short(shape):
    """One character less than the minimum, of the pattern where that can be."""
    length = shape.metadata["min"] - 1
    return stretched(shape, length)[:length]


def off_pattern(shape):
    """A string of a good length that does not match; None where all strings match."""
    if matches(shape, "\n"):
        return None
    return "\n" * max(1, shape.metadata.get("min", 1))


def broken(shape, text):
    """What AWS says of a string, in its order: one sentence for each constraint that the string breaks."""
    limits = shape.metadata
    if shape.enum:
        return [] if text in shape.enum else [enumeration(shape)]
    sentences = [] if matches(shape, text) else [pattern(shape)]
    if len(text) > limits.get("max", len(text)):
        sentences.append(f"Member must have length less than or equal to {limits['max']}")
    if len(text) < limits.get("min", 0):
        sentences.append(f"Member must have length greater than or equal to {limits['min']}")
    return sentences


def all_of(shape):
    """What AWS says of a string in a list or a map, whichever constraint it breaks."""
    limits = shape.metadata
    if shape.enum:
        return f"[{enumeration(shape)}]"
    sentences = [f"Member must have length less than or equal to {limits['max']}"] if "max" in limits else []
    if "max" in limits or "min" in limits:
        sentences.append(f"Member must have length greater than or equal to {limits.get('min', 0)}")
    if "pattern" in limits:
        sentences.append(pattern(shape))
    return f"[{', '.join(sentences)}]"


def enumeration(shape):
    return f"Member must satisfy enum value set: [{', '.join(shape.enum)}]"


def pattern(shape):
    return f"Member must satisfy regular expression pattern: {shape.metadata['pattern']}"


def matches(shape, text):
    # Python's expressions know no \p; for our strings these classes are as good.
    wanted = shape.metadata.get("pattern", "[\\S\\s]*")
    for theirs, ours in (("\\p{L}\\p{Z}\\p{N}", "\\w "), ("\\p{Alnum}", "a-zA-Z0-9")):
        wanted = wanted.replace(theirs, ours)
    return re.fullmatch(wanted, text) is not None
