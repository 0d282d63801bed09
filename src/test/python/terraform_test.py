"""The calls of Terraform's resource for tuning jobs, in its order, and the answers it relies on."""

from today_test import TodayCase


class TerraformTest(TodayCase):
    """Apply, apply once more (nothing to do), destroy."""

    def destroy(self):
        """Stop, wait for the end, delete: what it takes for "already" is a job that has ended."""
        try:
            self.sagemaker.stop_hyper_parameter_tuning_job(**self.job())
        except self.sagemaker.exceptions.ClientError as error:
            self.assertEqual(error.response["Error"]["Code"], "ValidationException")
            self.assertIn("already", str(error))
        self.wait()
        self.sagemaker.delete_hyper_parameter_tuning_job(**self.job())

    def assert_gone(self):
        with self.assertRaises(self.sagemaker.exceptions.ResourceNotFound):
            self.sagemaker.describe_hyper_parameter_tuning_job(**self.job())

    def test_what_is_described_is_what_was_asked(self):
        request = self.request()
        self.sagemaker.create_hyper_parameter_tuning_job(**request)
        first = self.sagemaker.describe_hyper_parameter_tuning_job(**self.job())
        asked = request["HyperParameterTuningJobConfig"]
        asked["ParameterRanges"]["IntegerParameterRanges"][0]["ScalingType"] = "Auto"
        self.assertEqual(first["HyperParameterTuningJobConfig"], {"TrainingJobEarlyStoppingType": "Off"} | asked)
        definition = first["TrainingJobDefinition"]
        statics = definition["StaticHyperParameters"]
        self.assertEqual(
            {name: value for name, value in statics.items() if not name.startswith("_")},
            request["TrainingJobDefinition"].get("StaticHyperParameters", {}),
        )
        self.wait()
        second = self.sagemaker.describe_hyper_parameter_tuning_job(**self.job())
        for part in ("HyperParameterTuningJobConfig", "TrainingJobDefinition", "HyperParameterTuningJobArn"):
            self.assertEqual(first[part], second[part])

    def test_a_running_job_is_stopped_before_it_is_deleted(self):
        self.stop_the_clock()
        self.sagemaker.create_hyper_parameter_tuning_job(**self.request())
        with self.assertRaises(self.sagemaker.exceptions.ClientError) as caught:
            self.sagemaker.delete_hyper_parameter_tuning_job(**self.job())
        self.assertEqual(caught.exception.response["Error"]["Code"], "ValidationException")
        self.assertIn("not in a terminal state", str(caught.exception))
        self.clock(mode="instant")
        self.destroy()
        self.assert_gone()

    def test_an_ended_job_is_deleted(self):
        self.sagemaker.create_hyper_parameter_tuning_job(**self.request())
        self.wait()
        self.destroy()
        self.assert_gone()

    def test_what_somebody_else_deleted_is_gone(self):
        for call in (self.sagemaker.stop_hyper_parameter_tuning_job, self.sagemaker.delete_hyper_parameter_tuning_job):
            with self.assertRaises(self.sagemaker.exceptions.ResourceNotFound):
                call(**self.job())


class TagsTest(TodayCase):
    def test_tags_are_those_of_the_configuration(self):
        arn = self.sagemaker.create_hyper_parameter_tuning_job(
            **self.request(Tags=[{"Key": "team", "Value": "growth"}, {"Key": "stage", "Value": "test"}])
        )["HyperParameterTuningJobArn"]

        def tags():
            return {tag["Key"]: tag["Value"] for tag in self.sagemaker.list_tags(ResourceArn=arn)["Tags"]}

        self.assertEqual(tags(), {"team": "growth", "stage": "test"})
        self.sagemaker.delete_tags(ResourceArn=arn, TagKeys=["stage"])
        self.sagemaker.add_tags(ResourceArn=arn, Tags=[{"Key": "team", "Value": "core"}, {"Key": "new", "Value": ""}])
        self.assertEqual(tags(), {"team": "core", "new": ""})
        self.wait()
        self.sagemaker.delete_hyper_parameter_tuning_job(**self.job())
