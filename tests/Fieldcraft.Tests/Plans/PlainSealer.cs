using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Plans;

/// <summary>A sealer that leaves the text readable, so that tests of rules can look at what was written.</summary>
internal sealed class PlainSealer : ISealer
{
    public static readonly PlainSealer One = new();

    public SealedText Seal(string field, string text) =>
        SealedText.Of(
            SealedText.HeaderOf(Guid.Empty, Guid.Empty, field),
            new byte[SealedText.NonceLength],
            new byte[SealedText.TagLength],
            Encoding.UTF8.GetBytes(text)
        );

    public static string? Read(SealedText? text) => text is null ? null : Encoding.UTF8.GetString(text.Ciphertext);
}

/// <summary>What the tests of the rules start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 24);
    public static readonly PersonId Owner = Id.New<PersonId>(Now);

    public static readonly Rules Rules = RulesFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "rules.json")));

    public static DevelopmentPlan Plan(int? minutes = null) =>
        Start(new FrameWording { Title = "Open the evening hub", MinutesAWeek = minutes }).Value!;

    public static Outcome<DevelopmentPlan> Start(FrameWording frame) =>
        DevelopmentPlan.Start(Id.New<PlanId>(Now), Owner, null, frame, Today, Rules.Plans, PlainSealer.One, Now);

    public static Outcome<PlanItemId> Behave(this DevelopmentPlan plan, string text, bool anyway = false, PlanItemId? id = null) =>
        plan.WriteBehaviour(id, new() { Text = text, KeepAsWritten = anyway }, Rules.Plans, PlainSealer.One, Now);

    public static ExperimentWording Try(string what = "Ask each lead first") =>
        new()
        {
            What = what,
            On = Today.AddDays(3),
            SeenBy = "Ines",
        };

    public static Outcome<LeadershipExperiment> Planned(ExperimentWording? text = null, int active = 0) =>
        LeadershipExperiment.Plan(Id.New<ExperimentId>(Now), Owner, new(), text ?? Try(), active, Rules.Experiments, PlainSealer.One, Now);
}
