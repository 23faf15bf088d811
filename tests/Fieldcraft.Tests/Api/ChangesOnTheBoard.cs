namespace Fieldcraft.Tests.Api;

internal static partial class Changes
{
    private const string ByTheHour = "A job does it when the days have gone by.";

    private static IReadOnlyList<Change> OnTheBoard() =>
        [
            Change.By("Holiday.Enter", "EnterHoliday"),
            Change.By("Holiday.TakeOut", "TakeOutHoliday"),
            Change.By("Posting.Close", "TakeInterestUp"),
            Change.Unreached("Posting.Flag", ByTheHour),
            Change.By("Posting.Post", "PostPosting"),
            Change.By("Posting.Reword", "RewordPosting"),
            Change.By("Posting.Unflag", "WriteInterestLine", "EndInterest"),
            Change.By("Posting.Withdraw", "WithdrawPosting"),
            Change.By("Interest.CloseWithPosting", "WithdrawPosting", "TakeInterestUp"),
            Change.By("Interest.End", "EndInterest"),
            Change.By("Interest.Express", "ExpressInterest"),
            Change.Unreached("Interest.NotePosterAway", ByTheHour),
            Change.By("Interest.SayNewness", "SayNewnessOfWork"),
            Change.By("Interest.TakeUp", "TakeInterestUp"),
            Change.By("Interest.Write", "WriteInterestLine"),
            Change.By("TrialNotice.Agree", "AgreeToTrial"),
            Change.By("TrialNotice.Change", "ChangeTrial"),
            Change.Unreached("TrialNotice.ConsentBySilence", ByTheHour),
            Change.Unreached("TrialNotice.NoteManagerAway", ByTheHour),
            Change.By("TrialNotice.RaiseConcern", "RaiseTrialConcern"),
            Change.By("TrialNotice.Settle", "SettleTrialConcern"),
            Change.By("TrialNotice.Tell", "TellOfTrial"),
            Change.By("TrialNotice.Withdraw", "WithdrawTrial"),
        ];
}
