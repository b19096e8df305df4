// Written by scripts/write-database-types.ts from a database that ran the migrations. Do not edit.

/** What a JSON column holds. */
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/** The tables and functions of the migrations, as `supabase gen types` describes them: for `createClient<Database>`. */
export type Database = {
  public: {
    Tables: {
      bookings: {
        Row: {
          created_at: string
          customer_email: string | null
          customer_id: string | null
          customer_name: string
          end_time: string
          host_id: string
          host_name: string
          id: string
          meeting_type_id: string | null
          meeting_type_name: string
          metadata: Json
          organization_id: string | null
          start_time: string
          status: string
        }
        Insert: {
          created_at?: string
          customer_email?: string | null
          customer_id?: string | null
          customer_name: string
          end_time: string
          host_id: string
          host_name: string
          id?: string
          meeting_type_id?: string | null
          meeting_type_name: string
          metadata?: Json
          organization_id?: string | null
          start_time: string
          status?: string
        }
        Update: Partial<Database['public']['Tables']['bookings']['Insert']>
        Relationships: []
      }
      host_schedules: {
        Row: {
          host_id: string
          schedule: Json
          updated_at: string
        }
        Insert: {
          host_id: string
          schedule: Json
          updated_at?: string
        }
        Update: Partial<Database['public']['Tables']['host_schedules']['Insert']>
        Relationships: []
      }
      meeting_admissions: {
        Row: {
          admitted_at: string | null
          asked_at: string | null
          booking_id: string
          first_asked_at: string | null
          identity: string
          name: string | null
          removed_at: string | null
          role: string
          user_id: string
        }
        Insert: {
          admitted_at?: string | null
          asked_at?: string | null
          booking_id: string
          first_asked_at?: string | null
          identity: string
          name?: string | null
          removed_at?: string | null
          role: string
          user_id: string
        }
        Update: Partial<Database['public']['Tables']['meeting_admissions']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_admissions_booking_id_fkey'
            columns: ['booking_id']
            isOneToOne: false
            referencedRelation: 'bookings'
            referencedColumns: ['id']
          },
        ]
      }
      meeting_busy: {
        Row: {
          booking_id: string | null
          during: unknown
          exclusive: boolean
          hold_id: string | null
          host_id: string
          id: number
        }
        Insert: {
          booking_id?: string | null
          during: unknown
          exclusive?: boolean
          hold_id?: string | null
          host_id: string
        }
        Update: Partial<Database['public']['Tables']['meeting_busy']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_busy_hold_id_fkey'
            columns: ['hold_id']
            isOneToOne: false
            referencedRelation: 'meeting_holds'
            referencedColumns: ['id']
          },
        ]
      }
      meeting_connections: {
        Row: {
          booking_id: string
          connected_at: string | null
          connection_id: string
          disconnected_at: string | null
          identity: string
          room_id: string
        }
        Insert: {
          booking_id: string
          connected_at?: string | null
          connection_id: string
          disconnected_at?: string | null
          identity: string
          room_id: string
        }
        Update: Partial<Database['public']['Tables']['meeting_connections']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_connections_booking_id_fkey'
            columns: ['booking_id']
            isOneToOne: false
            referencedRelation: 'bookings'
            referencedColumns: ['id']
          },
        ]
      }
      meeting_ended_rooms: {
        Row: {
          booking_id: string
          ended_at: string
          room_id: string
        }
        Insert: {
          booking_id: string
          ended_at: string
          room_id: string
        }
        Update: Partial<Database['public']['Tables']['meeting_ended_rooms']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_ended_rooms_booking_id_fkey'
            columns: ['booking_id']
            isOneToOne: false
            referencedRelation: 'bookings'
            referencedColumns: ['id']
          },
        ]
      }
      meeting_holds: {
        Row: {
          end_time: string
          expires_at: string
          id: string
          meeting_type_id: string
          start_time: string
          user_id: string
        }
        Insert: {
          end_time: string
          expires_at: string
          id: string
          meeting_type_id: string
          start_time: string
          user_id: string
        }
        Update: Partial<Database['public']['Tables']['meeting_holds']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_holds_meeting_type_id_fkey'
            columns: ['meeting_type_id']
            isOneToOne: false
            referencedRelation: 'meeting_types'
            referencedColumns: ['id']
          },
        ]
      }
      meeting_idempotency: {
        Row: {
          booking_id: string
          created_at: string
          fingerprint: string
          key: string
          user_id: string
        }
        Insert: {
          booking_id: string
          created_at: string
          fingerprint: string
          key: string
          user_id: string
        }
        Update: Partial<Database['public']['Tables']['meeting_idempotency']['Insert']>
        Relationships: []
      }
      meeting_locks: {
        Row: {
          booking_id: string
          locked_at: string
        }
        Insert: {
          booking_id: string
          locked_at: string
        }
        Update: Partial<Database['public']['Tables']['meeting_locks']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_locks_booking_id_fkey'
            columns: ['booking_id']
            isOneToOne: true
            referencedRelation: 'bookings'
            referencedColumns: ['id']
          },
        ]
      }
      meeting_type_hosts: {
        Row: {
          host_id: string
          host_name: string
          last_booked_at: string | null
          meeting_type_id: string
          position: number
        }
        Insert: {
          host_id: string
          host_name: string
          last_booked_at?: string | null
          meeting_type_id: string
          position?: number
        }
        Update: Partial<Database['public']['Tables']['meeting_type_hosts']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_type_hosts_meeting_type_id_fkey'
            columns: ['meeting_type_id']
            isOneToOne: false
            referencedRelation: 'meeting_types'
            referencedColumns: ['id']
          },
        ]
      }
      meeting_types: {
        Row: {
          active: boolean
          buffer_after_minutes: number
          buffer_before_minutes: number
          cancellation_cutoff_minutes: number
          created_at: string
          daily_maximum: number | null
          description: string | null
          duration_minutes: number
          furthest_days: number
          host_mode: string
          id: string
          minimum_notice_minutes: number
          name: string
          organization_id: string | null
          questions: Json
          step_minutes: number
        }
        Insert: {
          active?: boolean
          buffer_after_minutes?: number
          buffer_before_minutes?: number
          cancellation_cutoff_minutes?: number
          created_at?: string
          daily_maximum?: number | null
          description?: string | null
          duration_minutes?: number
          furthest_days?: number
          host_mode?: string
          id?: string
          minimum_notice_minutes?: number
          name: string
          organization_id?: string | null
          questions?: Json
          step_minutes?: number
        }
        Update: Partial<Database['public']['Tables']['meeting_types']['Insert']>
        Relationships: []
      }
      meeting_visits: {
        Row: {
          booking_id: string
          entered_at: string
          id: number
          identity: string
          launched_at: string
          launches: number
          left_at: string | null
          left_by: string | null
          name: string | null
          role: string
          user_id: string
        }
        Insert: {
          booking_id: string
          entered_at: string
          identity: string
          launched_at: string
          launches?: number
          left_at?: string | null
          left_by?: string | null
          name?: string | null
          role: string
          user_id: string
        }
        Update: Partial<Database['public']['Tables']['meeting_visits']['Insert']>
        Relationships: [
          {
            foreignKeyName: 'meeting_visits_booking_id_fkey'
            columns: ['booking_id']
            isOneToOne: false
            referencedRelation: 'bookings'
            referencedColumns: ['id']
          },
        ]
      }
    }
    Views: { [_ in never]: never }
    Functions: {
      meetings_book: {
        Args: { p_request: Json; p_viewer: Json }
        Returns: Json
      }
      meetings_cancel: {
        Args: { p_at: string; p_booking_id: string; p_reason: string; p_viewer: Json }
        Returns: Json
      }
      meetings_complete_forgotten: {
        Args: { p_forgotten_by: string }
        Returns: Json
      }
      meetings_decisions: {
        Args: { p_booking_id: string; p_waiting_since: string }
        Returns: Json
      }
      meetings_end: {
        Args: { p_at: string; p_booking_id: string; p_viewer: Json }
        Returns: Json
      }
      meetings_enter: {
        Args: {
          p_at: string
          p_booking_id: string
          p_ends_after: string
          p_identity: string
          p_starts_by: string
          p_viewer: Json
        }
        Returns: Json
      }
      meetings_find: {
        Args: { p_booking_id: string; p_forgotten_by: string; p_viewer: Json }
        Returns: Json
      }
      meetings_find_openings: {
        Args: { p_request: Json; p_viewer: Json }
        Returns: Json
      }
      meetings_find_schedule: {
        Args: { p_host: string }
        Returns: Json
      }
      meetings_hold: {
        Args: { p_request: Json; p_viewer: Json }
        Returns: Json
      }
      meetings_leave: {
        Args: { p_at: string; p_booking_id: string; p_never_arrived: boolean; p_viewer: Json }
        Returns: Json
      }
      meetings_list: {
        Args: {
          p_after_id: string
          p_after_start: string
          p_ends_after: string
          p_forgotten_by: string
          p_limit: number
          p_scope: string
          p_viewer: Json
        }
        Returns: Json
      }
      meetings_list_types: {
        Args: { p_viewer: Json }
        Returns: Json
      }
      meetings_moderate: {
        Args: {
          p_action: string
          p_at: string
          p_booking_id: string
          p_identity: string
          p_locked: boolean
          p_viewer: Json
          p_waiting_since: string
        }
        Returns: Json
      }
      meetings_ping: {
        Args: Record<PropertyKey, never>
        Returns: boolean
      }
      meetings_presence: {
        Args: { p_booking_id: string; p_user: string }
        Returns: Json
      }
      meetings_release_hold: {
        Args: { p_hold_id: string; p_viewer: Json }
        Returns: boolean
      }
      meetings_reschedule: {
        Args: { p_at: string; p_booking_id: string; p_request: Json; p_viewer: Json }
        Returns: Json
      }
      meetings_save_schedule: {
        Args: { p_host: string; p_schedule: Json }
        Returns: boolean
      }
      meetings_settle: {
        Args: {
          p_at: string
          p_booking_id: string
          p_connection_id: string
          p_identity: string
          p_room_id: string
          p_type: string
        }
        Returns: Json
      }
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
