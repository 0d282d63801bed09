package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One step inside of each constraint is stored; one step outside is refused on every route with AWS's words, and leaves nothing. */
class CreateTuningJobBoundaryIT extends LiveServer {
    private static final List<Route> ROUTES = List.of(Route.values());

    static Stream<Boundary> accepted() {
        return CreateTuningJobBoundaries.all().filter(row -> row.errors().isEmpty());
    }

    static Stream<Boundary> refused() {
        return CreateTuningJobBoundaries.all().filter(row -> !row.errors().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void storesWhatIsInsideTheConstraint(Boundary row) {
        var request = row.change().apply(Body.createTuningJob().with("AwsAccountId", freshAccount()));
        var name = request.text("TuningJobName");
        var account = request.text("AwsAccountId");

        var reply = call(ROUTES.get(Math.floorMod(row.name().hashCode(), 3)), "CreateTuningJob", request);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().size()).isEqualTo(1);
        assertThat(reply.json().path("TuningJobArn").stringValue())
                .isEqualTo("arn:aws:sagemaker:us-east-1:" + account + ":tuning-job/" + name);
        assertThat(describe(account, name).path("TuningJobName").stringValue()).isEqualTo(name);
        assertThat(list(account)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatIsOutsideTheConstraintAndStoresNothing(Boundary row) {
        var account = freshAccount();
        var request = row.change().apply(Body.createTuningJob().with("AwsAccountId", account));

        var replies = ROUTES.stream()
                .map(route -> call(route, "CreateTuningJob", request))
                .toList();

        replies.forEach(reply -> assertError(reply, 400, "ValidationError"));
        assertThat(messages(replies)).hasSize(1);
        assertMessage(replies.get(0).message(), row.errors());
        assertThat(list(account)).isEmpty();
        assertError(call("DescribeTuningJob", Body.tuningJob(account, "churn")), 404, "ResourceNotFound");
    }

    private static Set<String> messages(List<Reply> replies) {
        return replies.stream().map(Reply::message).collect(Collectors.toSet());
    }

    private static void assertMessage(String message, List<String> errors) {
        var count = errors.size() + (errors.size() == 1 ? " validation error" : " validation errors") + " detected: ";
        if (errors.get(0).startsWith("Value ")) {
            assertThat(message).isEqualTo(count + String.join("; ", errors));
        } else {
            assertThat(message).startsWith(count + "Value '").endsWith(errors.get(0));
        }
    }
}
