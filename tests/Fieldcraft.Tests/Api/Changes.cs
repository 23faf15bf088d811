namespace Fieldcraft.Tests.Api;

/// <summary>A changing method of an aggregate, and the operations that call it, or why there is none.</summary>
internal sealed record Change(string Method, IReadOnlyList<string> Operations, string? Reason)
{
    public static Change By(string method, params string[] operations) => new(method, operations, null);

    public static Change Unreached(string method, string reason) => new(method, [], reason);
}

internal static class Changes
{
    private const string ByThemselves = "Follows from something else that has an operation; nobody asks for it by itself.";
    private const string AtTheMachine = "Needs the person at a browser: what was typed, the mail that was opened, or the slip in the hand.";

    public static readonly IReadOnlyList<Change> Table =
    [
        // Assignments
        Change.By("Assignment.BeginRound", "BeginRound"),
        Change.By("Assignment.Bring", "BringAssignment"),
        Change.By("Assignment.Describe", "DescribeAssignment"),
        Change.By("Assignment.Discard", "DiscardAssignment"),
        Change.By("Assignment.End", "EndAssignment"),
        Change.By("Assignment.TakeUpAgain", "TakeUpAssignment"),
        Change.By("Answer.Give", "AnswerQuestion"),
        Change.By("Answer.Rewrite", "AnswerQuestion"),
        Change.By("ChallengeProfile.Begin", "RateProfile"),
        Change.By("ChallengeProfile.Rate", "RateProfile"),
        Change.By("CheckIn.Write", "CheckInOnStrain"),
        Change.By("OpinionRequest.Ask", "AskForSecondOpinion"),
        Change.By("OpinionRequest.Decline", "DeclineSecondOpinion"),
        Change.By("OpinionRequest.Give", "GiveSecondOpinion"),
        Change.By("OpinionRequest.Withdraw", "WithdrawSecondOpinion"),
        // Plans
        Change.By("DevelopmentPlan.End", "EndPlan"),
        Change.By("DevelopmentPlan.Frame", "WritePlanFrame"),
        Change.By("DevelopmentPlan.HoldReview", "HoldPlanReview"),
        Change.By("DevelopmentPlan.OfferOpportunity", "WritePlanOpportunity"),
        Change.By("DevelopmentPlan.RemoveBehaviour", "RemovePlanBehaviour"),
        Change.By("DevelopmentPlan.RemoveGoal", "RemovePlanGoal"),
        Change.By("DevelopmentPlan.RemoveSource", "RemovePlanSource"),
        Change.By("DevelopmentPlan.RemoveStep", "RemovePlanStep"),
        Change.By("DevelopmentPlan.RemoveSupporter", "RemovePlanSupporter"),
        Change.By("DevelopmentPlan.SayWhatIsNeededFromManager", "WritePlanManagerNeeds"),
        Change.By("DevelopmentPlan.SetStopRule", "WritePlanStopRule"),
        Change.By("DevelopmentPlan.Start", "StartPlan"),
        Change.By("DevelopmentPlan.TakeUpAgain", "TakeUpPlan"),
        Change.By("DevelopmentPlan.TearUp", "TearUpPlan"),
        Change.By("DevelopmentPlan.TickStep", "TickPlanStep"),
        Change.By("DevelopmentPlan.WriteBehaviour", "AddPlanBehaviour", "RewritePlanBehaviour"),
        Change.By("DevelopmentPlan.WriteGoal", "AddPlanGoal", "RewritePlanGoal"),
        Change.By("DevelopmentPlan.WriteSource", "AddPlanSource", "RewritePlanSource"),
        Change.By("DevelopmentPlan.WriteStep", "AddPlanStep", "RewritePlanStep"),
        Change.By("DevelopmentPlan.WriteSupporter", "AddPlanSupporter", "RewritePlanSupporter"),
        // Experiments
        Change.By("LeadershipExperiment.Capture", "CaptureExperiment"),
        Change.By("LeadershipExperiment.Decide", "DecideNextOfExperiment"),
        Change.By("LeadershipExperiment.Drop", "DropExperiment"),
        Change.By("LeadershipExperiment.LookBack", "LookBackAtExperiment"),
        Change.By("LeadershipExperiment.MarkDone", "MarkExperimentDone"),
        Change.By("LeadershipExperiment.Plan", "PlanExperiment"),
        Change.By("LeadershipExperiment.Rewrite", "RewriteExperiment"),
        Change.By("LeadershipExperiment.TearUp", "TearUpExperiment"),
        // Feedback, reviews, journal, shares
        Change.By("FeedbackRequest.Answer", "GiveFeedback"),
        Change.By("FeedbackRequest.Ask", "AskForFeedback"),
        Change.By("FeedbackRequest.Decline", "DeclineFeedback"),
        Change.Unreached("FeedbackRequest.Expire", "A job does it when the time is over."),
        Change.By("FeedbackRequest.Read", "ReadFeedbackRequest"),
        Change.By("FeedbackRequest.Remove", "RemoveFeedbackRequest"),
        Change.By("FeedbackRequest.TakeBack", "TakeFeedbackRequestBack"),
        Change.By("AfterEventReview.Close", "CloseReview"),
        Change.By("AfterEventReview.Of", "SetDownReview"),
        Change.By("AfterEventReview.Remove", "RemoveReview"),
        Change.By("AfterEventReview.Write", "WriteReview"),
        Change.By("JournalEntry.Rewrite", "RewriteJournalEntry"),
        Change.By("JournalEntry.TearOut", "TearOutJournalEntry"),
        Change.By("JournalEntry.Write", "WriteJournalEntry"),
        Change.By("Share.End", "EndShare"),
        Change.By("Share.TakeAwayFrom", "EndShare"),
        Change.By("Share.With", "ShareCopy"),
        // Live sessions
        Change.By("LiveSession.AddMinutes", "AddMinutesToLiveSession"),
        Change.By("LiveSession.Appoint", "AppointLiveSession"),
        Change.By("LiveSession.Begin", "BeginLiveSession"),
        Change.By("LiveSession.CallOff", "CallOffLiveSession"),
        Change.By("LiveSession.End", "EndLiveSession"),
        Change.By("LiveSession.GoBack", "MoveLiveSessionBack"),
        Change.Unreached("LiveSession.Lapse", "A job does it when nobody ended the session."),
        Change.By("LiveSession.MoveOn", "MoveLiveSessionOn"),
        Change.By("LiveSession.Pause", "PauseLiveSession"),
        Change.By("LiveSession.Plan", "PlanLiveSession"),
        Change.By("LiveSession.Resume", "ResumeLiveSession"),
        Change.By("SessionMember.Entrust", "EntrustLiveSession"),
        Change.By("SessionMember.Invite", "InviteToLiveSession", "PlanLiveSession"),
        Change.By("SessionMember.Join", "JoinLiveSession", "ComeToLiveSession"),
        Change.By("SessionMember.Leave", "LeaveLiveSession"),
        Change.By("SessionMember.Pick", "PickAssignmentForLiveSession"),
        Change.By("SessionAnswer.Hide", "HideRevealedAnswer"),
        Change.Unreached("SessionAnswer.Land", ByThemselves),
        Change.By("SessionAnswer.Reveal", "MoveLiveSessionOn"),
        Change.By("SessionAnswer.ShowAgain", "HideRevealedAnswer"),
        Change.By("SessionAnswer.TakeBack", "TakeBackInLiveSession"),
        Change.By("SessionAnswer.Write", "WriteInLiveSession"),
        // Conditions
        Change.By("Condition.Rewrite", "WriteCondition"),
        Change.By("Condition.Write", "WriteCondition"),
        // Rhythm
        Change.Unreached("Appointment.Cancel", ByThemselves),
        Change.Unreached("Appointment.Make", ByThemselves),
        Change.Unreached("Appointment.Move", ByThemselves),
        Change.Unreached("Notice.Tell", ByThemselves),
        Change.By("Notice.See", "SeeNotice", "SeeAllNotices"),
        // People
        Change.By("Grant.Give", "GiveGrant"),
        Change.By("Grant.TakeBack", "TakeBackGrant"),
        Change.By("Person.AlsoReportTo", "AddReportingLine"),
        Change.By("Person.Correct", "CorrectPerson"),
        Change.By("Person.EndOtherLine", "EndReportingLine"),
        Change.By("Person.Join", "AddPerson"),
        Change.By("Person.Leave", "EndPerson"),
        Change.By("Person.PlaceIn", "CorrectPerson"),
        Change.By("Person.ReportTo", "CorrectPerson"),
        Change.By("Unit.CountAs", "CorrectUnit"),
        Change.By("Unit.EntrustTo", "CorrectUnit"),
        Change.By("Unit.Open", "OpenUnit"),
        Change.By("Unit.Rename", "CorrectUnit"),
        // Signing in
        Change.By("ApiToken.End", "EndToken"),
        Change.By("ApiToken.Make", "MakeToken"),
        Change.Unreached("OneTimeCode.End", ByThemselves),
        Change.By("OneTimeCode.Make", "MakeSlips", "SendSignInLink", "AskForLink"),
        Change.By("OneTimeCode.Use", "Activate"),
        Change.By("SignInAccount.For", "Activate"),
        Change.Unreached("SignInAccount.ProveEmail", AtTheMachine),
        Change.Unreached("SignInAccount.Rehash", ByThemselves),
        Change.By("SignInAccount.SetPassword", "Activate"),
        Change.Unreached("SignInNotice.Again", ByThemselves),
        Change.Unreached("SignInNotice.Tell", ByThemselves),
        Change.By("SignInSession.End", "SignOut", "EndSession"),
        Change.By("SignInSession.Start", "SignIn"),
    ];
}
