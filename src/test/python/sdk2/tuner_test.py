"""HyperparameterTuner of the SageMaker Python SDK, version 2. Needs sagemaker 2, which does not go with version 3."""

import contextlib
import io
import os
from unittest import mock

os.environ["SAGEMAKER_SUPPRESS_V2_WARNING"] = "1"

import boto3
import sagemaker
from botocore.exceptions import ClientError
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.parameter import CategoricalParameter, ContinuousParameter, IntegerParameter
from sagemaker.tuner import (
    HyperbandStrategyConfig,
    HyperparameterTuner,
    StrategyConfig,
    TuningJobCompletionCriteriaConfig,
    WarmStartTypes,
    create_identical_dataset_and_algorithm_tuner,
)

from attune_test_case import REGION, URL, AttuneTestCase

ROLE = "arn:aws:iam::123456789012:role/tuner"
INPUTS = {"train": "s3://bucket/train"}
BRANIN = {"x1": ContinuousParameter(-5, 10), "x2": ContinuousParameter(0, 15)}
# Without this the SDK calls home.
SILENT = {"SchemaVersion": "1.0", "SageMaker": {"PythonSDK": {"Modules": {"TelemetryOptOut": True}}}}
METRIC = [{"Name": "loss", "Regex": "loss=([0-9.]+)"}]


class Session(sagemaker.Session):
    """One that does not wait five seconds between two looks at a job that takes none."""

    def wait_for_tuning_job(self, job, poll=0.2):
        return super().wait_for_tuning_job(job, poll)

    def wait_for_job(self, job, poll=0.2):
        return super().wait_for_job(job, poll)


class TunerCase(AttuneTestCase):
    def setUp(self):
        super().setUp()
        credentials = boto3.Session(self.account, "any", region_name=REGION)
        attune = self.client("sagemaker")
        self.session = Session(credentials, attune, default_bucket="bucket", sagemaker_config=SILENT)

    def estimator(self, image="attune/branin", **changes):
        asked = {"instance_count": 1, "instance_type": "ml.m5.large", "output_path": "s3://bucket/out"} | changes
        return Estimator(image, ROLE, sagemaker_session=self.session, **asked)

    def tuner(self, ranges=BRANIN, **changes):
        asked = {"objective_type": "Minimize", "max_jobs": 4, "max_parallel_jobs": 2} | changes
        return HyperparameterTuner(self.estimator(), "loss", ranges, **asked)

    def tuned(self, name=None, **changes):
        """A tuner whose job has ended."""
        tuner = self.tuner(**changes)
        tuner.fit(INPUTS, job_name=name or self.name)
        return tuner


class LogsTest(TunerCase):
    def test_shows_the_logs_of_a_training_job(self):
        estimator = self.estimator(instance_count=2, hyperparameters={"x1": "1", "x2": "2"})
        estimator.fit(INPUTS, job_name=self.name, logs=False)
        shown = io.StringIO()
        with mock.patch.dict(os.environ, AWS_ENDPOINT_URL_CLOUDWATCH_LOGS=URL), contextlib.redirect_stdout(shown):
            self.session.logs_for_job(self.name)
        self.assertIn("Training on 2 x ml.m5.large", shown.getvalue())
        self.assertIn("Training completed", shown.getvalue())


class TunerTest(TunerCase):
    def test_tunes_to_the_end(self):
        tuner = self.tuner()
        tuner.fit(TrainingInput("s3://bucket/train", content_type="text/csv"), job_name=self.name, wait=False)
        tuner.wait()
        described = tuner.describe()
        self.assertEqual(described["HyperParameterTuningJobStatus"], "Completed")
        self.assertEqual(described["TrainingJobStatusCounters"]["Completed"], 4)
        self.assertEqual(tuner.best_training_job(), described["BestTrainingJob"]["TrainingJobName"])

    def test_analytics_gives_a_row_for_each_training_job(self):
        tuner = self.tuned(max_jobs=12)
        frame = tuner.analytics().dataframe()
        self.assertEqual(len(frame), 12)
        self.assertLessEqual({"x1", "x2", "FinalObjectiveValue", "TrainingElapsedTimeSeconds"}, set(frame.columns))
        best = frame.loc[frame["FinalObjectiveValue"].idxmin()]
        self.assertEqual(best["TrainingJobName"], tuner.best_training_job())
        self.assertGreater(frame["TrainingElapsedTimeSeconds"].min(), 0)
        self.assertEqual(set(tuner.analytics().tuning_ranges), {"x1", "x2"})

    def test_takes_every_kind_of_range_and_setting(self):
        ranges = {
            "rate": ContinuousParameter(0.001, 1, scaling_type="Logarithmic"),
            "depth": IntegerParameter(2, 9),
            "booster": CategoricalParameter(["tree", "dart"]),
        }
        criteria = TuningJobCompletionCriteriaConfig(max_number_of_training_jobs_not_improving=30)
        settings = {"strategy": "Random", "random_seed": 7, "max_runtime_in_seconds": 86400}
        tuner = self.tuner(ranges, metric_definitions=METRIC, completion_criteria_config=criteria, **settings)
        tuner.fit(job_name=self.name)
        config = tuner.describe()["HyperParameterTuningJobConfig"]
        self.assertEqual((config["Strategy"], config["RandomSeed"]), ("Random", 7))
        self.assertEqual(config["ParameterRanges"]["ContinuousParameterRanges"][0]["ScalingType"], "Logarithmic")
        self.assertEqual(len(tuner.analytics().dataframe()), 4)

    def test_early_stopping_is_taken(self):
        tuner = self.tuned(early_stopping_type="Auto")
        self.assertEqual(tuner.describe()["HyperParameterTuningJobConfig"]["TrainingJobEarlyStoppingType"], "Auto")

    def test_a_job_can_be_attached_to(self):
        self.tuned()
        tuner = HyperparameterTuner.attach(self.name, sagemaker_session=self.session)
        self.assertEqual(set(tuner.hyperparameter_ranges()), set(self.tuner().hyperparameter_ranges()))
        self.assertTrue(tuner.best_training_job().startswith(self.name))

    def test_stop_is_seen_at_once(self):
        self.stop_the_clock()
        tuner = self.tuner()
        tuner.fit(INPUTS, job_name=self.name, wait=False)
        with self.assertRaisesRegex(Exception, "Best training job not available"):
            tuner.best_training_job()
        tuner.stop_tuning_job()
        self.assertIn(tuner.describe()["HyperParameterTuningJobStatus"], ("Stopping", "Stopped"))
        self.clock(mode="instant")
        tuner.wait()
        self.assertEqual(tuner.describe()["HyperParameterTuningJobStatus"], "Stopped")
        tuner.stop_tuning_job()  # the SDK takes the refusal of a second stop for "already stopped"

    def test_a_name_in_use_is_refused(self):
        self.tuned()
        with self.assertRaises(ClientError) as caught:
            self.tuner().fit(INPUTS, job_name=self.name)
        self.assertEqual(caught.exception.response["Error"]["Code"], "ResourceInUse")


class TagsTest(TunerCase):
    def test_the_best_estimator_is_attached_to(self):
        estimator = self.tuned().best_estimator()
        self.assertEqual(estimator.image_uri, "attune/branin")
        self.assertLessEqual({"x1", "x2"}, set(estimator.hyperparameters()))
        self.assertTrue(estimator.model_data.startswith("s3://bucket/out/"), estimator.model_data)

    def test_tags_are_shown(self):
        tags = [{"Key": "team", "Value": "growth"}]
        arn = self.tuned(tags=tags).describe()["HyperParameterTuningJobArn"]
        self.assertEqual(self.session.list_tags(arn), tags)


class WarmStartTest(TunerCase):
    def test_a_job_on_the_same_data_starts_from_another(self):
        parent = self.tuned("parent")
        child = parent.identical_dataset_and_algorithm_tuner()
        child.fit(INPUTS, job_name="child")
        described = child.describe()
        self.assertEqual(
            described["WarmStartConfig"],
            {
                "ParentHyperParameterTuningJobs": [{"HyperParameterTuningJobName": "parent"}],
                "WarmStartType": WarmStartTypes.IDENTICAL_DATA_AND_ALGORITHM.value,
            },
        )
        best = min(
            parent.analytics().dataframe()["FinalObjectiveValue"].min(),
            child.analytics().dataframe()["FinalObjectiveValue"].min(),
        )
        overall = described["OverallBestTrainingJob"]["FinalHyperParameterTuningJobObjectiveMetric"]["Value"]
        self.assertAlmostEqual(overall, best)

    def test_a_job_can_have_several_parents(self):
        self.tuned("first"), self.tuned("second")
        child = create_identical_dataset_and_algorithm_tuner("first", {"second"}, self.session)
        child.fit(INPUTS, job_name="child")
        self.assertEqual(len(child.describe()["WarmStartConfig"]["ParentHyperParameterTuningJobs"]), 2)

    def test_a_job_on_other_data_starts_from_another(self):
        child = self.tuned("parent").transfer_learning_tuner(estimator=self.estimator())
        child.fit({"train": "s3://bucket/others"}, job_name="child")
        self.assertEqual(child.describe()["WarmStartConfig"]["WarmStartType"], "TransferLearning")
        self.assertNotIn("OverallBestTrainingJob", child.describe())


class SeveralAlgorithmsTest(TunerCase):
    def test_one_job_tunes_them_all(self):
        tuner = HyperparameterTuner.create(
            {"branin": self.estimator(), "sphere": self.estimator("attune/sphere")},
            {"branin": "loss", "sphere": "loss"},
            {"branin": BRANIN, "sphere": {"x1": ContinuousParameter(-1, 1)}},
            objective_type="Minimize",
            max_jobs=8,
            max_parallel_jobs=2,
        )
        tuner.fit({"branin": INPUTS, "sphere": INPUTS}, job_name=self.name, include_cls_metadata={})
        described = tuner.describe()
        self.assertEqual([d["DefinitionName"] for d in described["TrainingJobDefinitions"]], ["branin", "sphere"])
        frames = tuner.analytics().dataframe()
        self.assertEqual(sum(map(len, frames.values())) if isinstance(frames, dict) else len(frames), 8)
        self.assertIn(described["BestTrainingJob"]["TrainingJobDefinitionName"], ("branin", "sphere"))
        self.assertEqual(tuner.best_training_job(), described["BestTrainingJob"]["TrainingJobName"])


class HyperbandTest(TunerCase):
    def test_tunes_with_resources(self):
        config = StrategyConfig(HyperbandStrategyConfig(max_resource=9, min_resource=1))
        tuner = self.tuned(strategy="Hyperband", strategy_config=config)
        self.assertEqual(tuner.describe()["HyperParameterTuningJobConfig"]["Strategy"], "Hyperband")
        self.assertEqual(len(tuner.analytics().dataframe()), 4)


class AutotuneTest(TunerCase):
    def test_the_service_chooses_the_ranges(self):
        estimator = self.estimator()
        estimator.set_hyperparameters(x1=1.0, x2=2.0)
        tuner = HyperparameterTuner(estimator, "loss", None, objective_type="Minimize", autotune=True)
        tuner.fit(INPUTS, job_name=self.name)
        self.assertEqual(tuner.describe()["Autotune"], {"Mode": "Enabled"})


class EstimatorTest(TunerCase):
    def test_trains_and_is_attached_to(self):
        estimator = self.estimator(hyperparameters={"x1": 3, "x2": 2})
        estimator.fit(INPUTS, job_name=self.name, logs=False)
        attached = Estimator.attach(self.name, self.session)
        self.assertEqual(attached.hyperparameters(), {"x1": "3", "x2": "2"})
        self.assertEqual(attached.model_data, estimator.model_data)
