/**
 * Combinations of actions with which a principal can get permissions that it was not given.
 * Sources: Rhino Security Labs, "AWS IAM Privilege Escalation" (2018, 2019),
 * https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/, and the catalogue of
 * paths at https://pathfinding.cloud (Datadog, 2025 and 2026), whose id each entry has.
 */
export interface EscalationPath {
  /** Id of the path at pathfinding.cloud; empty where it has none. */
  readonly id: string;
  /** All of these are needed. */
  readonly actions: readonly string[];
  /** What they amount to, after "Who has these can". */
  readonly text: string;
  readonly url: string;
}

const RHINO = 'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/';

/** id|actions|text; `PassRole` and other names without a service are IAM's. */
const TABLE = `
iam-001|CreatePolicyVersion|replace the content of a managed policy that is attached to them
|SetDefaultPolicyVersion|switch a managed policy to an older version that allows more
iam-002|CreateAccessKey|make an access key for another user
iam-003|CreateAccessKey DeleteAccessKey|replace an access key of another user
iam-004|CreateLoginProfile|give another user a console password
iam-006|UpdateLoginProfile|change the console password of another user
iam-005|PutRolePolicy|add an inline policy to a role they use
iam-007|PutUserPolicy|add an inline policy to their own user
iam-008|AttachUserPolicy|attach any managed policy to their own user
iam-009|AttachRolePolicy|attach any managed policy to a role they use
iam-010|AttachGroupPolicy|attach any managed policy to a group they are in
iam-011|PutGroupPolicy|add an inline policy to a group they are in
iam-012|UpdateAssumeRolePolicy|let themselves into any role
iam-013|AddUserToGroup|put their own user into any group
iam-019|AttachRolePolicy UpdateAssumeRolePolicy|give a role any permission and let themselves in
iam-021|PutRolePolicy UpdateAssumeRolePolicy|give a role any permission and let themselves in
iam-020|CreatePolicyVersion UpdateAssumeRolePolicy|give a role any permission and let themselves in
apprunner-001|PassRole apprunner:CreateService|run code in App Runner as any role they can pass
bedrock-001|PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter|run code in a code interpreter as any role they can pass
bedrock-002|bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter|run code as the role of an existing code interpreter
cloudformation-001|PassRole cloudformation:CreateStack|have CloudFormation make anything as any role they can pass
cloudformation-003|PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances|have CloudFormation make anything as any role they can pass
cloudformation-004|PassRole cloudformation:UpdateStackSet|have CloudFormation make anything as any role they can pass
cloudformation-005|cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet|change a stack with the role the stack has
codebuild-001|PassRole codebuild:CreateProject codebuild:StartBuild|run a build as any role they can pass
codebuild-004|PassRole codebuild:CreateProject codebuild:StartBuildBatch|run a build as any role they can pass
datapipeline-001|PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline|run commands in Data Pipeline as any role they can pass
ec2-001|PassRole ec2:RunInstances|start an instance with any role they can pass
ec2-002|ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances|run a script as the role of an existing instance
ec2-003|PassRole ec2:RequestSpotInstances|start an instance with any role they can pass
ec2-004|ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate|run a script as the role of a launch template
ec2instanceconnect-003|ec2-instance-connect:SendSSHPublicKey|log in to an instance and use its role
ecs-003|PassRole ecs:RegisterTaskDefinition ecs:CreateService|run a container as any role they can pass
ecs-004|PassRole ecs:RegisterTaskDefinition ecs:RunTask|run a container as any role they can pass
ecs-005|PassRole ecs:RegisterTaskDefinition ecs:StartTask|run a container as any role they can pass
ecs-006|ecs:ExecuteCommand|run a command in a container and use its role
glue-001|PassRole glue:CreateDevEndpoint|open a development endpoint with any role they can pass
glue-002|glue:UpdateDevEndpoint|put their SSH key on an existing development endpoint
glue-003|PassRole glue:CreateJob glue:StartJobRun|run a job as any role they can pass
glue-004|PassRole glue:CreateJob glue:CreateTrigger|run a job as any role they can pass
glue-005|PassRole glue:UpdateJob glue:StartJobRun|run a job as any role they can pass
glue-006|PassRole glue:UpdateJob glue:CreateTrigger|run a job as any role they can pass
lambda-001|PassRole lambda:CreateFunction lambda:InvokeFunction|run code in Lambda as any role they can pass
lambda-002|PassRole lambda:CreateFunction lambda:CreateEventSourceMapping|run code in Lambda as any role they can pass
lambda-006|PassRole lambda:CreateFunction lambda:AddPermission|run code in Lambda as any role they can pass
lambda-003|lambda:UpdateFunctionCode|run code as the role of an existing function
sagemaker-001|PassRole sagemaker:CreateNotebookInstance|open a notebook with any role they can pass
sagemaker-002|PassRole sagemaker:CreateTrainingJob|run a job as any role they can pass
sagemaker-003|PassRole sagemaker:CreateProcessingJob|run a job as any role they can pass
sagemaker-004|sagemaker:CreatePresignedNotebookInstanceUrl|open an existing notebook and use its role
sagemaker-005|sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance|run a script as the role of an existing notebook
ssm-001|ssm:StartSession|open a shell on an instance and use its role
ssm-002|ssm:SendCommand|run a command on an instance and use its role
`;

let parsed: readonly EscalationPath[] | undefined;

/** All paths, those with the fewest actions first. Parsed on first use. */
export function escalationPaths(): readonly EscalationPath[] {
  parsed ??= TABLE.trim()
    .split('\n')
    .map((line) => {
      const [id = '', names = '', text = ''] = line.split('|');
      const actions = names.split(' ').map((name) => (name.includes(':') ? name : `iam:${name}`));
      return { id, actions, text, url: id ? `https://pathfinding.cloud/paths/${id}` : RHINO };
    })
    .sort((a, b) => a.actions.length - b.actions.length);
  return parsed;
}
