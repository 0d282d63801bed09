// The AWS SDK for JavaScript, version 3, against the server at ATTUNE_URL.

import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import {
  AddTagsCommand,
  CreateHyperParameterTuningJobCommand,
  CreateTrainingJobCommand,
  DeleteHyperParameterTuningJobCommand,
  DeleteTagsCommand,
  DescribeHyperParameterTuningJobCommand,
  DescribeTrainingJobCommand,
  ListHyperParameterTuningJobsCommand,
  ListTagsCommand,
  ListTrainingJobsForHyperParameterTuningJobCommand,
  ResourceInUse,
  ResourceNotFound,
  SageMakerClient,
  SageMakerServiceException,
  StopHyperParameterTuningJobCommand,
  paginateListHyperParameterTuningJobs,
  paginateListTrainingJobsForHyperParameterTuningJob,
  waitUntilTrainingJobCompletedOrStopped,
} from "@aws-sdk/client-sagemaker";

const url = process.env.ATTUNE_URL;
const example = new URL("../../../clients/examples/create-hyper-parameter-tuning-job.json", import.meta.url);
const ended = ["Completed", "Failed", "Stopped"];

let account; // an account of its own for each test
let sagemaker;

beforeEach(() => {
  account = String(randomInt(100_000_000_000, 200_000_000_000));
  sagemaker = new SageMakerClient({
    endpoint: url,
    region: "eu-west-1",
    credentials: { accessKeyId: account, secretAccessKey: "any" },
    maxAttempts: 1,
  });
});

afterEach(() => sagemaker.destroy());

function request(name) {
  return { ...JSON.parse(readFileSync(example, "utf8")), HyperParameterTuningJobName: name };
}

function named(name) {
  return { HyperParameterTuningJobName: name };
}

function create(name) {
  return sagemaker.send(new CreateHyperParameterTuningJobCommand(request(name)));
}

function look(name) {
  return sagemaker.send(new DescribeHyperParameterTuningJobCommand(named(name)));
}

async function lookAtTheEnd(name) {
  for (let tries = 0; tries < 600; tries++) {
    const job = await look(name);
    if (ended.includes(job.HyperParameterTuningJobStatus)) return job;
    await setTimeout(100);
  }
  assert.fail(`the tuning job ${name} does not end`);
}

async function all(paginator, member) {
  const pages = [];
  for await (const page of paginator) pages.push(page[member]);
  return pages;
}

async function clock(mode) {
  const answer = await fetch(`${url}/_attune/clock`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ mode }),
  });
  assert.equal(answer.status, 200);
}

describe("a tuning job", () => {
  it("is created, described and listed", async () => {
    const created = await create("Churn");
    const job = await lookAtTheEnd("churn");

    const arn = `arn:aws:sagemaker:eu-west-1:${account}:hyper-parameter-tuning-job/churn`;
    assert.equal(created.HyperParameterTuningJobArn, arn);
    assert.equal(job.HyperParameterTuningJobName, "Churn");
    assert.equal(job.HyperParameterTuningJobStatus, "Completed");
    assert.ok(job.CreationTime instanceof Date && job.CreationTime < job.HyperParameterTuningEndTime);
    assert.equal(job.TrainingJobStatusCounters.Completed, 20);
    const { CategoricalParameterRanges: asked } = request("Churn").HyperParameterTuningJobConfig.ParameterRanges;
    assert.deepEqual(job.HyperParameterTuningJobConfig.ParameterRanges.CategoricalParameterRanges, asked);
    const listed = await sagemaker.send(new ListHyperParameterTuningJobsCommand({}));
    assert.deepEqual(listed.HyperParameterTuningJobSummaries.map((job) => job.HyperParameterTuningJobArn), [arn]);
  });

  it("has its training jobs in pages, the best one first", async () => {
    await create("churn");
    const job = await lookAtTheEnd("churn");

    const input = { ...named("churn"), SortBy: "FinalObjectiveMetricValue", SortOrder: "Descending" };
    const pages = await all(
      paginateListTrainingJobsForHyperParameterTuningJob({ client: sagemaker, pageSize: 7 }, input),
      "TrainingJobSummaries",
    );

    assert.deepEqual(pages.map((page) => page.length), [7, 7, 6]);
    assert.deepEqual(pages[0][0], job.BestTrainingJob);
    const name = job.BestTrainingJob.TrainingJobName;
    const training = await sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName: name }));
    assert.equal(training.TuningJobArn, job.HyperParameterTuningJobArn);
    for (const [parameter, value] of Object.entries(job.BestTrainingJob.TunedHyperParameters)) {
      assert.equal(training.HyperParameters[parameter], value);
    }
  });

  it("is stopped and deleted", async (test) => {
    await clock("manual");
    test.after(() => clock("instant"));
    await create("churn");
    while (!(await look("churn")).TrainingJobStatusCounters.InProgress) await setTimeout(50);

    await assert.rejects(sagemaker.send(new DeleteHyperParameterTuningJobCommand(named("churn"))), (error) => {
      assert.ok(error instanceof SageMakerServiceException);
      assert.equal(error.name, "ValidationException");
      assert.match(error.message, /not in a terminal state/);
      return true;
    });
    await sagemaker.send(new StopHyperParameterTuningJobCommand(named("churn")));
    assert.equal((await look("churn")).HyperParameterTuningJobStatus, "Stopping");
    await clock("instant");
    assert.equal((await lookAtTheEnd("churn")).HyperParameterTuningJobStatus, "Stopped");
    await sagemaker.send(new DeleteHyperParameterTuningJobCommand(named("churn")));

    await assert.rejects(look("churn"), ResourceNotFound);
  });
});

describe("tags", () => {
  it("are added, overwritten, listed and removed", async () => {
    const { HyperParameterTuningJobArn: ResourceArn } = await create("churn");

    const more = [
      { Key: "project", Value: "other" },
      { Key: "team", Value: "" },
    ];
    await sagemaker.send(new AddTagsCommand({ ResourceArn, Tags: more }));
    await sagemaker.send(new DeleteTagsCommand({ ResourceArn, TagKeys: ["team"] }));

    const { Tags } = await sagemaker.send(new ListTagsCommand({ ResourceArn }));
    assert.deepEqual(Tags, more.slice(0, 1));
  });
});

describe("a warm start", () => {
  it("names its parents and the best of all", async () => {
    await create("parent");
    await lookAtTheEnd("parent");
    const WarmStartConfig = {
      ParentHyperParameterTuningJobs: [named("parent")],
      WarmStartType: "IdenticalDataAndAlgorithm",
    };

    await sagemaker.send(new CreateHyperParameterTuningJobCommand({ ...request("child"), WarmStartConfig }));

    const child = await lookAtTheEnd("child");
    assert.deepEqual(child.WarmStartConfig, WarmStartConfig);
    assert.ok(child.OverallBestTrainingJob.TrainingJobName);
  });
});

describe("a training job", () => {
  it("runs to its end", async () => {
    const { StaticHyperParameters: HyperParameters, ...definition } = request("churn").TrainingJobDefinition;

    await sagemaker.send(new CreateTrainingJobCommand({ TrainingJobName: "churn", HyperParameters, ...definition }));
    const waited = await waitUntilTrainingJobCompletedOrStopped(
      { client: sagemaker, minDelay: 1, maxDelay: 1, maxWaitTime: 60 },
      { TrainingJobName: "churn" },
    );

    assert.equal(waited.state, "SUCCESS");
    assert.equal(waited.reason.TrainingJobStatus, "Completed");
  });
});

describe("tuning jobs", () => {
  it("are listed in pages", async () => {
    for (const name of ["alpha", "beta", "gamma"]) await create(name);

    const pages = await all(
      paginateListHyperParameterTuningJobs({ client: sagemaker, pageSize: 2 }, { SortBy: "Name" }),
      "HyperParameterTuningJobSummaries",
    );

    const names = pages.map((page) => page.map((job) => job.HyperParameterTuningJobName));
    assert.deepEqual(names, [["alpha", "beta"], ["gamma"]]);
  });
});

describe("an error", () => {
  it("is a ResourceInUse for a name in use", async () => {
    await create("churn");
    await assert.rejects(create("CHURN"), (error) => {
      assert.ok(error instanceof ResourceInUse);
      assert.match(error.message, /A hyperparameter tuning job with the name, CHURN, already exists/);
      assert.equal(error.$metadata.httpStatusCode, 400);
      assert.ok(error.$metadata.requestId);
      return true;
    });
  });

  it("is a ResourceNotFound for an unknown name", async () => {
    for (const Command of [
      DescribeHyperParameterTuningJobCommand,
      StopHyperParameterTuningJobCommand,
      ListTrainingJobsForHyperParameterTuningJobCommand,
      DeleteHyperParameterTuningJobCommand,
    ]) {
      await assert.rejects(sagemaker.send(new Command(named("nobody"))), (error) => {
        assert.ok(error instanceof ResourceNotFound);
        assert.match(error.message, /can't find a tuning job called nobody/);
        return true;
      });
    }
  });

  it("is a ValidationException for a broken constraint", async () => {
    await assert.rejects(create("n".repeat(33)), {
      name: "ValidationException",
      message: /'hyperParameterTuningJobName' failed to satisfy/,
    });
  });
});
