namespace Fieldcraft.Tests.Api;

internal static partial class Changes
{
    private static Change[] Opportunities() =>
        [
            Change.By("ProviderEntry.Write", "WriteCustomer", "WriteService", "WriteStrength", "WriteAlliance", "WriteOutsideNote"),
            Change.By(
                "ProviderEntry.Rewrite",
                "RewriteCustomer",
                "RewriteService",
                "RewriteStrength",
                "RewriteAlliance",
                "RewriteOutsideNote"
            ),
            Change.By("ProviderEntry.Remove", "RemoveCustomer", "RemoveService", "RemoveStrength", "RemoveAlliance", "RemoveOutsideNote"),
            Change.By("ProviderEntry.ShareWithUnit", "ShareOutsideNote"),
            Change.By("ProviderEntry.TakeBack", "TakeOutsideNoteBack"),
            Change.By("CustomerDialogue.Prepare", "PrepareDialogue"),
            Change.By("CustomerDialogue.Choose", "ChooseDialogueQuestions"),
            Change.By("CustomerDialogue.Note", "NoteDialogue", "SummariseDialogue"),
            Change.By("CustomerDialogue.Remove", "RemoveDialogue"),
            Change.By("CustomerDialogue.TakeReply", "AnswerAsCustomer"),
            Change.By("CustomerLink.ForDialogue", "SendDialogueSummary"),
            Change.By("CustomerLink.ForOpportunity", "SendProposition"),
            Change.By("CustomerLink.Reply", "AnswerAsCustomer"),
            Change.By("CustomerLink.TakeBack", "TakeCustomerLinkBack"),
            Change.Unreached("CustomerLink.Expire", "A job does it when the time is over."),
            Change.By("Opportunity.Begin", "BeginProposition"),
            Change.By("Opportunity.Write", "WriteProposition"),
            Change.By("Opportunity.WriteProposition", "WriteProposition"),
            Change.By("Opportunity.Send", "SendProposition"),
            Change.By("Opportunity.TakeBack", "TakeCustomerLinkBack"),
            Change.By("Opportunity.TakePage", "AnswerAsCustomer"),
            Change.By("Opportunity.TakeResultReply", "AnswerAsCustomer"),
            Change.By("Opportunity.GoOn", "GoOnWithProposition"),
            Change.By("Opportunity.GoBack", "GoBackWithProposition"),
            Change.By("Opportunity.Finish", "FinishProposition"),
            Change.By("Opportunity.Remove", "RemoveProposition"),
        ];
}
