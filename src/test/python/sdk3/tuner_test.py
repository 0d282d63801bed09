"""HyperparameterTuner and resources of the SageMaker Python SDK, version 3. Needs sagemaker-train, sagemaker-core."""

import os

from attune_test_case import REGION, URL, AttuneTestCase

os.environ["AWS_ENDPOINT_URL_SAGEMAKER"] = URL  # the SDK makes clients of its own
os.environ["SAGEMAKER_VALIDATE_ROLE"] = "false"  # else it asks IAM

import boto3
from botocore.exceptions import ClientError
from sagemaker.core.helper.session_helper import Session
from sagemaker.core.parameter import CategoricalParameter, ContinuousParameter, IntegerParameter
from sagemaker.core.resources import HyperParameterTuningJob, TrainingJob
from sagemaker.core.shapes import (
    HyperbandStrategyConfig,
    HyperParameterTuningJobStrategyConfig,
    HyperParameterTuningJobWarmStartConfig,
    ParentHyperParameterTuningJob,
)
from sagemaker.core.training.configs import Compute, OutputDataConfig
from sagemaker.train import ModelTrainer
from sagemaker.train.tuner import HyperparameterTuner

ROLE = "arn:aws:iam::123456789012:role/tuner"
INPUTS = {"train": "s3://bucket/train"}
# Without this the SDK calls home.
SILENT = {"SchemaVersion": "1.0", "SageMaker": {"PythonSDK": {"Modules": {"TelemetryOptOut": True}}}}
BRANIN = {"x1": ContinuousParameter(-5, 10), "x2": ContinuousParameter(0, 15)}


class TunerCase(AttuneTestCase):
    def setUp(self):
        super().setUp()
        self.boto = boto3.Session(self.account, "any", region_name=REGION)
        attune = self.client("sagemaker")
        self.session = Session(self.boto, attune, default_bucket="bucket", sagemaker_config=SILENT)

    def trainer(self, image="attune/branin"):
        return ModelTrainer(
            sagemaker_session=self.session,
            role=ROLE,
            training_image=image,
            base_job_name="branin",
            compute=Compute(instance_type="ml.m5.large", instance_count=1, volume_size_in_gb=10),
            output_data_config=OutputDataConfig(s3_output_path="s3://bucket/out"),
        )

    def tuner(self, ranges=BRANIN, **changes):
        asked = {"objective_type": "Minimize", "max_jobs": 4, "max_parallel_jobs": 2} | changes
        return HyperparameterTuner(self.trainer(), "loss", ranges, **asked)

    def tuned(self, name=None, **changes):
        """A tuner whose job has ended."""
        tuner = self.tuner(**changes)
        tuner.tune(INPUTS, job_name=name or self.name)
        return tuner

    def job(self, name=None):
        return HyperParameterTuningJob.get(name or self.name, session=self.boto, region=REGION)


class TunerTest(TunerCase):
    def test_tunes_to_the_end(self):
        tuner = self.tuner()
        tuner.tune(INPUTS, job_name=self.name, wait=False)
        tuner.wait()
        described = tuner.describe()
        self.assertEqual(described.hyper_parameter_tuning_job_status, "Completed")
        self.assertEqual(described.training_job_status_counters.completed, 4)
        self.assertEqual(tuner.best_training_job(), described.best_training_job.training_job_name)

    def test_analytics_gives_a_row_for_each_training_job(self):
        tuner = self.tuned(max_jobs=12)
        frame = tuner.analytics().dataframe()
        self.assertEqual(len(frame), 12)
        best = frame.loc[frame["FinalObjectiveValue"].idxmin()]
        self.assertEqual(best["TrainingJobName"], tuner.best_training_job())

    def test_takes_every_kind_of_range(self):
        ranges = {
            "rate": ContinuousParameter(0.001, 1, scaling_type="Logarithmic"),
            "depth": IntegerParameter(2, 9),
            "booster": CategoricalParameter(["tree", "dart"]),
        }
        metric = [{"Name": "loss", "Regex": "loss=([0-9.]+)"}]
        tuner = self.tuner(ranges, metric_definitions=metric, strategy="Random", random_seed=7)
        tuner.tune(job_name=self.name)
        config = tuner.describe().hyper_parameter_tuning_job_config
        self.assertEqual((config.strategy, config.random_seed), ("Random", 7))

    def test_stop_is_seen_at_once(self):
        self.stop_the_clock()
        tuner = self.tuner()
        tuner.tune(INPUTS, job_name=self.name, wait=False)
        with self.assertRaisesRegex(Exception, "Best training job not available"):
            tuner.best_training_job()
        tuner.stop_tuning_job()
        self.assertIn(tuner.describe().hyper_parameter_tuning_job_status, ("Stopping", "Stopped"))
        self.clock(mode="instant")
        tuner.wait()
        self.assertEqual(tuner.describe().hyper_parameter_tuning_job_status, "Stopped")

    def test_a_name_in_use_is_refused(self):
        self.tuned()
        with self.assertRaises(ClientError) as caught:
            self.tuner().tune(INPUTS, job_name=self.name)
        self.assertEqual(caught.exception.response["Error"]["Code"], "ResourceInUse")


class ResourceTest(TunerCase):
    """sagemaker-core, whose classes are the API's operations."""

    def test_lists_what_a_job_has_launched(self):
        self.tuned(max_jobs=12)
        job = self.job()
        launched = list(job.get_all_training_jobs())
        self.assertEqual(len(launched), 12)
        best = TrainingJob.get(job.best_training_job.training_job_name, session=self.boto, region=REGION)
        self.assertEqual(best.tuning_job_arn, job.hyper_parameter_tuning_job_arn)
        self.assertEqual(best.training_job_status, "Completed")

    def test_lists_jobs(self):
        self.tuned()
        listed = list(HyperParameterTuningJob.get_all(session=self.boto, region=REGION))
        self.assertEqual([job.hyper_parameter_tuning_job_name for job in listed], [self.name])

    def test_deletes(self):
        self.tuned()
        self.job().delete()
        with self.assertRaises(ClientError) as caught:
            self.job()
        self.assertEqual(caught.exception.response["Error"]["Code"], "ResourceNotFound")


class TagsTest(TunerCase):
    def test_tags_are_shown(self):
        self.tuned(tags=[{"Key": "team", "Value": "growth"}])
        arn = self.job().hyper_parameter_tuning_job_arn
        tags = self.client("sagemaker").list_tags(ResourceArn=arn)["Tags"]
        self.assertEqual(tags, [{"Key": "team", "Value": "growth"}])


class WarmStartTest(TunerCase):
    def test_a_job_starts_from_another(self):
        self.tuned("parent")
        warm = HyperParameterTuningJobWarmStartConfig(
            parent_hyper_parameter_tuning_jobs=[
                ParentHyperParameterTuningJob(hyper_parameter_tuning_job_name="parent")
            ],
            warm_start_type="IdenticalDataAndAlgorithm",
        )
        described = self.tuned("child", warm_start_config=warm).describe()
        self.assertEqual(described.warm_start_config.warm_start_type, "IdenticalDataAndAlgorithm")
        self.assertTrue(described.overall_best_training_job.training_job_name)


class HyperbandTest(TunerCase):
    def test_tunes_with_resources(self):
        bounds = HyperbandStrategyConfig(min_resource=1, max_resource=9)
        config = HyperParameterTuningJobStrategyConfig(hyperband_strategy_config=bounds)
        tuner = self.tuned(strategy="Hyperband", strategy_config=config)
        self.assertEqual(tuner.describe().hyper_parameter_tuning_job_config.strategy, "Hyperband")


class ModelTrainerTest(TunerCase):
    def test_trains(self):
        trainer = self.trainer()
        trainer.hyperparameters = {"x1": 3, "x2": 2}
        trainer.train(wait=False)
        job = trainer._latest_training_job
        job.wait(logs=False, poll=1)
        self.assertEqual(job.training_job_status, "Completed")
