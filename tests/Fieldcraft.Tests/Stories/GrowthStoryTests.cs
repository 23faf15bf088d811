using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Tests.Plans;

namespace Fieldcraft.Tests.Stories;

public sealed class GrowthStoryTests
{
    private static readonly PersonId Teller = Id.New<PersonId>(Given.Now);
    private static readonly PersonId Interviewer = Id.New<PersonId>(Given.Now);
    private static readonly StoryTexts Whole = new() { Title = "Two depots, one crew", WhatHappened = "The bridge was shut for a winter." };
    private static readonly StoryKinds Kinds = StoryKinds.Of("turnaround", ["high_stakes"]);

    [Fact]
    public void A_story_is_used_for_nothing_until_its_teller_allows_something()
    {
        var story = WrittenDown();

        story.Consent.ShouldBe(StoryConsent.None);
        Should.Throw<ArgumentException>(() => PublishedStory.Of(story, Whole, Kinds, Given.Now));
    }

    [Theory]
    [InlineData(StoryConsent.Attributed, true, true)]
    [InlineData(StoryConsent.Unattributed, true, false)]
    [InlineData(StoryConsent.OnlyForMap, false, false)]
    public void The_readable_copy_holds_what_the_use_needs_and_no_more(StoryConsent use, bool isRead, bool isNamed)
    {
        var story = WrittenDown();
        story.Allow(use, Whole, Kinds, Given.Now).IsDone.ShouldBeTrue();

        var copy = PublishedStory.Of(story, Whole, Kinds, Given.Now);

        copy.IsRead.ShouldBe(isRead);
        copy.TellerId.ShouldBe(isNamed ? Teller : null);
        (copy.Title is not null).ShouldBe(isRead);
        (copy.Text is not null).ShouldBe(isRead);
        (copy.Needles is not null).ShouldBe(isRead);
        copy.Kinds.Archetype.ShouldBe("turnaround");
        copy.Dimensions.ShouldBe(" high_stakes ");
    }

    [Fact]
    public void A_copy_that_is_only_for_the_map_from_now_on_forgets_text_and_name()
    {
        var story = WrittenDown();
        story.Allow(StoryConsent.Attributed, Whole, Kinds, Given.Now);
        var copy = PublishedStory.Of(story, Whole, Kinds, Given.Now);
        story.Allow(StoryConsent.OnlyForMap, Whole, Kinds, Given.Now);

        copy.Show(story, Whole, Kinds);

        (copy.Title, copy.Text, copy.Needles, copy.TellerId).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void The_interviewer_writes_until_the_teller_has_decided_and_the_teller_at_any_time()
    {
        var story = WrittenDown();
        story.Rewrite(Interviewer, Whole, Kinds, PlainSealer.One, Given.Now).IsDone.ShouldBeTrue();
        story.Allow(StoryConsent.Unattributed, Whole, Kinds, Given.Now);

        story.Rewrite(Interviewer, Whole, Kinds, PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("story-is-its-tellers");
        story.Rewrite(Teller, Whole, Kinds, PlainSealer.One, Given.Now).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Colleagues_need_a_text_and_the_map_a_kind()
    {
        var story = WrittenDown();

        story.Allow(StoryConsent.Attributed, new StoryTexts { Title = "x" }, Kinds, Given.Now).Refusal!.Code.ShouldBe("story-needs-text");
        story.Allow(StoryConsent.OnlyForMap, Whole, new StoryKinds(), Given.Now).Refusal!.Code.ShouldBe("story-needs-kind");
        story.Allow(StoryConsent.Attributed, Whole, new StoryKinds(), Given.Now).IsDone.ShouldBeTrue();
        // What colleagues read cannot be emptied behind their back either.
        story.Rewrite(Teller, new StoryTexts(), Kinds, PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("story-needs-text");
    }

    [Fact]
    public void A_withdrawn_story_has_no_text_and_takes_none()
    {
        var story = WrittenDown();
        story.Allow(StoryConsent.Attributed, Whole, Kinds, Given.Now);

        story.Withdraw(Given.Now);
        var version = story.Version;
        story.Withdraw(Given.Now);

        story.Version.ShouldBe(version);
        new[]
        {
            story.Title,
            story.WhatHappened,
            story.WhoTookTheRisk,
            story.WereYouReady,
            story.WhatHelped,
            story.ForSomebodyNow,
            story.Kinds,
        }.ShouldAllBe(t => t == null);
        story.Rewrite(Teller, Whole, Kinds, PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("story-withdrawn");
        story.Allow(StoryConsent.Attributed, Whole, Kinds, Given.Now).Refusal!.Code.ShouldBe("story-withdrawn");
        story.HandOver(Whole, Given.Now).Refusal!.Code.ShouldBe("story-withdrawn");
        story.PutAway(Given.Now).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_story_in_use_is_withdrawn_and_not_put_away()
    {
        var story = WrittenDown();
        story.Allow(StoryConsent.OnlyForMap, Whole, Kinds, Given.Now);

        story.PutAway(Given.Now).Refusal!.Code.ShouldBe("story-in-use");
    }

    [Fact]
    public void Kinds_are_cleaned_and_come_back_from_their_line()
    {
        var kinds = StoryKinds.Of(" ", ["high_stakes", "new_directions", "high_stakes"]);

        kinds.Archetype.ShouldBeNull();
        kinds.Dimensions.ShouldBe(["new_directions", "high_stakes"]);
        StoryKinds.FromLine(kinds.ToLine()).Dimensions.ShouldBe(kinds.Dimensions);
        StoryKinds.Problems(null, ["courage"]).ShouldHaveSingleItem().Code.ShouldBe("unknown");
        StoryKinds
            .Problems(null, ["high_stakes", "new_directions", "external_pressure", "difficult_boss", "scope_and_scale"])
            .ShouldHaveSingleItem()
            .Code.ShouldBe("wrong-count");
    }

    private static GrowthStory WrittenDown() =>
        GrowthStory.WriteDown(Id.New<StoryId>(Given.Now), Teller, Interviewer, Whole, Kinds, PlainSealer.One, Given.Now);
}
