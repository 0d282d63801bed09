"""The constraints of AWS's own model (botocore's service-2.json): where each is, what just keeps and just breaks it."""

import copy
from dataclasses import dataclass

import witnesses

WRONG_TYPE = {
    "string": 1,
    "integer": "1",
    "long": "1",
    "float": "1",
    "double": "1",
    "boolean": "true",
    "timestamp": {},
    "list": {},
    "map": [],
    "structure": [],
}
WHOLE = ("integer", "long")
# A member that takes the place of others in its structure.
INSTEAD_OF = {
    "TrainingJobDefinitions": ["TrainingJobDefinition"],
    "HyperParameterTuningResourceConfig": ["ResourceConfig"],
    "FileSystemDataSource": ["S3DataSource"],
    "DatasetSource": ["S3DataSource"],
    "InstanceGroups": ["InstanceType", "InstanceCount"],
    "InstanceConfigs": ["InstanceType", "InstanceCount", "VolumeSizeInGB"],
    "AlgorithmName": ["TrainingImage"],
}
NAMES = ("Name", "Key", "ChannelName", "DefinitionName", "InstanceGroupName", "HyperParameterTuningJobName")


@dataclass(frozen=True, eq=False)
class Site:
    """A constraint at one place of an operation's input."""

    operation: str
    path: tuple
    kind: str
    shape: str
    inside: dict
    outside: dict
    sentences: tuple  # of the refusal, in AWS's order; a wrong type has none

    @property
    def place(self):
        """The path as AWS's messages spell it."""
        return ".".join(f"{s + 1}.member" if isinstance(s, int) else s[0].lower() + s[1:] for s in self.path)

    def __str__(self):
        return f"{self.operation} {self.place} {self.kind}"


class Constraints:
    """Walks an operation's input. Base makes a valid request for a path; least has the least value of some shapes."""

    def __init__(self, operation, base, least):
        self.operation, self.base, self.least_of = operation, base, least

    def sites(self):
        yield from self.below(self.operation.input_shape, (), frozenset())

    def below(self, shape, path, seen):
        if path:
            yield from self.of_member(shape, path)
        if shape.type_name == "structure" and shape.name not in seen:
            for name, member in shape.members.items():
                if name in shape.required_members:
                    yield self.site((*path, name), "required", member, ANY, MISSING, ["Member must not be null"])
                yield from self.below(member, (*path, name), seen | {shape.name})
        if shape.type_name == "list" and shape.member.type_name == "structure":
            yield from self.below(shape.member, (*path, 0), seen)

    def of_member(self, shape, path):
        yield self.site(path, "type", shape, ANY, WRONG_TYPE[shape.type_name], [])
        kind = {"long": "number", "integer": "number"}.get(shape.type_name, shape.type_name)
        yield from getattr(self, f"of_{kind}", lambda *_: ())(shape, path)

    def of_string(self, shape, path):
        for kind, inside, outside in strings(shape):
            yield self.site(path, kind, shape, inside, outside, witnesses.broken(shape, outside))

    def of_number(self, shape, path):
        for kind, step, words in (("min", -1, "greater"), ("max", 1, "less")):
            if kind in shape.metadata:
                bound = shape.metadata[kind]
                said = f"Member must have value {words} than or equal to {bound}"
                yield self.site(path, kind, shape, bound, bound + step, [said])

    def of_list(self, shape, path):
        yield from self.sizes(shape, path, lambda size: [self.least(shape.member, i) for i in range(size)])
        if shape.member.type_name == "string":
            good, bad = witnesses.kept(shape.member), WRONG_TYPE["string"]
            yield self.site((*path, 0), "type", shape.member, good, bad, [])
            for kind, inside, outside in strings(shape.member):
                said = f"Member must satisfy constraint: {witnesses.all_of(shape.member)}"
                yield self.site(path, f"elements' {kind}", shape.member, [inside], [outside], [said])

    def of_map(self, shape, path):
        keys, values = shape.key, shape.value
        good, bad = {"key": witnesses.kept(values)}, {"key": WRONG_TYPE["string"]}
        yield self.site(path, "values' type", values, good, bad, [])
        least = lambda size: {f"{self.least(keys, i)}{i}": self.least(values, i) for i in range(size)}  # noqa: E731
        yield from self.sizes(shape, path, least)
        for kind, inside, outside in strings(keys):
            said = f"Map keys must satisfy constraint: {witnesses.all_of(keys)}"
            value = self.least(values, 0)
            yield self.site(path, f"keys' {kind}", keys, {inside: value}, {outside: value}, [said])
        for kind, inside, outside in strings(values):
            said = f"Map value must satisfy constraint: {witnesses.all_of(values)}"
            yield self.site(path, f"values' {kind}", values, {"key": inside}, {"key": outside}, [said])

    def sizes(self, shape, path, of_size):
        for kind, step, words in (("min", -1, "greater"), ("max", 1, "less")):
            bound = shape.metadata.get(kind, 0)
            if bound:
                said = f"Member must have length {words} than or equal to {bound}"
                yield self.site(path, f"{kind} size", shape, of_size(bound), of_size(bound + step), [said])

    def site(self, path, kind, shape, inside, outside, sentences):
        requests = (self.request(path, value) for value in (inside, outside))
        return Site(self.operation.name, path, kind, shape.name, *requests, tuple(sentences))

    def request(self, path, value):
        """The base with this value there, and with what the way there needs."""
        request, shape = copy.deepcopy(self.base(path)), self.operation.input_shape
        parent = request
        for step, following in zip(path, (*path[1:], None)):
            if isinstance(step, str):
                for other in INSTEAD_OF.get(step, ()):
                    parent.pop(other, None)
            member = shape.member if isinstance(step, int) else shape.members[step]
            if following is None:
                break
            if isinstance(step, str) and not parent.get(step):
                parent[step] = [self.least(member.member, 0)] if following == 0 else self.least(member, 0)
            parent, shape = parent[step], member
        if value is MISSING:
            parent.pop(path[-1], None)
        elif value is not ANY:
            parent[path[-1]] = value
        elif isinstance(path[-1], str):
            parent.setdefault(path[-1], self.least(member, 0))
        return request

    def least(self, shape, number):
        """The least valid value of a shape; two with different numbers differ where names must."""
        if shape.name in self.least_of:
            return self.named(copy.deepcopy(self.least_of[shape.name]), number)
        kind = shape.type_name
        if kind == "structure":
            members = {name: self.least(shape.members[name], 0) for name in shape.required_members}
            return self.named(members, number)
        if kind == "list":
            return [self.least(shape.member, i) for i in range(shape.metadata.get("min", 0))]
        if kind == "string":
            return witnesses.kept(shape)
        if kind in WHOLE:
            return shape.metadata.get("min", 0)
        return {"map": {}, "boolean": False, "timestamp": 1.5e9}.get(kind, 1.5)

    @staticmethod
    def named(value, number):
        if isinstance(value, dict) and number:
            for name in NAMES:
                if name in value:
                    value[name] = f"{value[name]}{number}"
        return value


MISSING = object()
ANY = object()  # what the base has there, else the least value


def strings(shape):
    """For each constraint of a string: its kind, a string just inside, and one just outside."""
    limits = shape.metadata
    if shape.enum:
        yield "enum", shape.enum[-1], "nothing of the kind"
        return
    if limits.get("min", 0) > 0:
        yield "min length", witnesses.kept(shape, limits["min"]), witnesses.too_short(shape)
    if "max" in limits:
        yield "max length", witnesses.kept(shape, limits["max"]), witnesses.stretched(shape, limits["max"] + 1)
    if "pattern" in limits and witnesses.off_pattern(shape) is not None:
        yield "pattern", witnesses.kept(shape), witnesses.off_pattern(shape)
